"""Every blueprint of the front end: who wants to know which pages there are begins here."""

from web import (
    agencies,
    alerts,
    api,
    auth,
    citizen,
    counter,
    documents,
    office_calendar,
    officer_acts,
    oidc,
    operator,
    papers,
    payments,
    previews,
    resume,
    suitability,
    supervisor,
    supplement_preview,
    timeline,
    worklist,
)

# The public pages' blueprint, the timeline among them; the clerks', with the worklist.
BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        timeline, auth, oidc, resume, counter, citizen, papers, payments, worklist, supervisor, agencies,
        officer_acts, supplement_preview, documents, suitability, previews, office_calendar, alerts, api,
        operator,
    )
)  # fmt: skip
