//! Notes on time and room for new practice.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "worse before better (Repenning and Sterman 2001, California Management Review 43); no count in wijkteams; the \
         range includes none",
        "eerst slechter, dan beter (Repenning en Sterman 2001, California Management Review 43); wij kennen geen \
         telling bij wijkteams; misschien is er geen effect",
    ),
    ("new practice takes months to years", "een nieuwe werkwijze kost maanden tot jaren"),
    (
        "people learn in the work, but less than in hours that are free for it",
        "mensen leren in het werk, maar minder dan in uren die ervoor vrij zijn",
    ),
    (
        "what a team may plan, none to half a day a week; no count seen",
        "wat een team kan plannen, van niets tot een halve dag per week; wij kennen geen telling",
    ),
];
