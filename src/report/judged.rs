//! The figure of `kantel validate --districts`: what CBS counted in each wijk over what the model makes of it.

use super::figures::{Content, FigureFile, Points, Spec};
use super::wording::number;
use crate::input_data::kwb::ATTRIBUTION;
use crate::language::{Lang, Text, text};

/// A scatter plot of points (model, CBS), with a line through them by its constant and slope; `None` if there is
/// nothing to draw, or kantel was built without figures.
pub fn scatter(points: Vec<(f64, f64)>, line: Option<(f64, f64)>, lang: Lang) -> Option<FigureFile> {
    let wijken = points.len();
    let title = text!(
        "People with a Wmo service per 1,000 residents in {wijken} wijken",
        "Mensen met een Wmo-voorziening per 1.000 inwoners in {wijken} wijken"
    );
    let description = text!(
        "Each point is a wijk: to the right what the model makes of its margins, upwards what CBS counted. On the line \
         from corner to corner both are equal; the dashed line goes through the points.",
        "Elke stip is een wijk: naar rechts wat het model van de kenmerken van de wijk maakt, omhoog wat het CBS \
         telde. Op de lijn van hoek naar hoek zijn beide gelijk; de onderbroken lijn loopt door de stippen."
    );
    let spec = Spec {
        id: "districts".to_owned(),
        title: title.of(lang).to_owned(),
        description: format!("{} {ATTRIBUTION}", description.of(lang)),
        unit: Text::fixed("Per 1,000 residents: CBS", "Per 1.000 inwoners: CBS").of(lang).to_owned(),
        start_year: 0,
        open: false,
        content: Content::Points(Points {
            dots: points,
            line,
            below: Text::fixed("Model", "Model").of(lang).to_owned(),
            equal: Text::fixed("equal", "gelijk").of(lang).to_owned(),
            fitted: Text::fixed("fitted", "beste lijn").of(lang).to_owned(),
        }),
    };
    let svg = spec.svg(&|x| number(lang, x))?;
    Some(FigureFile { name: spec.id.clone(), svg })
}
