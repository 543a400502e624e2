# Figure 1 of a result, by base R: the difference in the municipality's cost by year, with 90 of 100 samples.
# Rscript read.R DIR [figure.svg]; every table of a result is read like this one (DATA_DICTIONARY.md).
given <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(file.path(given[1], "comparison.csv"), stringsAsFactors = FALSE)
rows <- rows[rows$indicator == "euros.municipality" & rows$group == "all" & grepl("^year:", rows$period), ]
rows$year <- as.integer(sub("year:", "", rows$period))
svg(if (length(given) > 1) given[2] else "figure.svg", width = 6, height = 4)
plot(range(rows$year), range(0, rows$p05, rows$p95), type = "n", xlab = "year", ylab = "euros a year, beside the base")
abline(h = 0, lty = 3)
for (name in unique(rows$variant)) {
  one <- rows[rows$variant == name, ]
  polygon(c(one$year, rev(one$year)), c(one$p05, rev(one$p95)), col = "#1f77b433", border = NA)
  lines(one$year, one$median, lwd = 2)
}
invisible(dev.off())
