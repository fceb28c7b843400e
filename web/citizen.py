"""Pages for citizens once a file is sent: confirm, list, look up, track, withdraw."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.access import guesses
from services.citizens import declarations
from services.reading.fees import money_page
from services.reading.following import finding, tracking
from web import after_filing, consent_links, replies, slips
from web.access import actor, allow, context, public, reading, unit_of_work
from web.declaration import blueprint
from web.forms import sent, shown_again
from web.own import own, remember, visible
from workflows.errors import NotFound, TooManyAttempts
from workflows.vocabulary import Role

# The blueprint holds the pages of a declaration and those of these modules.
__all__ = ["after_filing", "blueprint", "consent_links", "replies", "slips"]

NO_REFRESH = "khong"


@blueprint.get("/<life_event:slug>/da-nop/<number>")
@allow(Role.CITIZEN)
def submitted(slug: str, number: str) -> ResponseReturnValue:
    """Confirm: the code, the promised date with its derivation, what happens next."""
    page = own(number)
    return render_template("citizen/submitted.html", page=page, money=money_page(reading(), page.id))


@blueprint.get("/cua-toi")
@allow(Role.CITIZEN)
def mine() -> ResponseReturnValue:
    """List my drafts and dossiers, what waits for my consent, and my messages."""
    return render_template("citizen/mine.html", page=finding.mine(reading()))


@blueprint.get("/tra-cuu")
@public
def lookup() -> ResponseReturnValue:
    """Ask for code and phone."""
    return render_template("citizen/lookup.html", code=request.args.get("ma", "")[:60], problem=None)


@blueprint.post("/tra-cuu")
@public
def find() -> ResponseReturnValue:
    """Find a dossier by code and the last four digits of the phone; guessing is limited."""
    typed = shown_again(sent())
    code, tail = typed.get("ma", "").strip()[:60], typed.get("so", "").strip()[:12]
    try:
        guesses.count_look_up(context(), request.remote_addr or "unknown", code)
        found = finding.find(reading(), code, tail)
    except (NotFound, TooManyAttempts) as error:
        return render_template("citizen/lookup.html", code=code, problem=error.text), error.status
    remember(found)
    page = tracking.page_after_phone_check(reading(), found)
    return redirect(url_for("citizen.track", code=page.number), code=303)


@blueprint.get("/ho-so/<code>")
@public
def track(code: str) -> ResponseReturnValue:
    """Show a dossier to its requester, to a person whose consent it needs, or after the phone check."""
    page = visible(code)
    if page is None:
        return redirect(url_for("citizen.lookup", ma=code), code=303)
    fresh = page.refreshes and request.args.get("tu-cap-nhat") != NO_REFRESH
    money = money_page(reading(), page.id)
    return render_template(
        "citizen/track.html", page=page, acting=actor().personal_id, fresh=fresh, money=money
    )


@blueprint.get("/ho-so/<code>/rut")
@allow(Role.CITIZEN)
def withdrawal(code: str) -> ResponseReturnValue:
    """Say what withdrawing means before it is done."""
    return render_template("citizen/withdraw.html", page=own(code))


@blueprint.post("/ho-so/<code>/rut")
@allow(Role.CITIZEN)
def withdraw(code: str) -> ResponseReturnValue:
    """Withdraw the dossier."""
    declarations.withdraw(unit_of_work(), own(code).id)
    return redirect(url_for("citizen.track", code=code), code=303)
