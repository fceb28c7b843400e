"""Where a whole dossier stands, in one sentence and in the one official status."""

from services.reading.pages import CasePart
from storage.dossiers import DossierRow
from workflows import slips
from workflows.vocabulary import Ending, OfficialStatus, Waits
from workflows.words import Text


def headline(row: DossierRow, parts: tuple[CasePart, ...]) -> Text:
    """Say in one sentence where a dossier is: it is the heading of its page."""
    if row.state == "withdrawn":
        return Text(vi="Hồ sơ đã được rút", en="The file was withdrawn")
    if row.state == "finished":
        if all(part.ending and not Ending(part.ending).failed for part in parts):
            return Text(vi="Đã có đủ kết quả", en="Every result is ready")
        return Text(
            vi="Hồ sơ đã kết thúc, có phần không được giải quyết",
            en="The file has ended; a part was not granted",
        )
    asked = [part.status for part in parts if part.waits_for is Waits.CITIZEN]
    if OfficialStatus.SUPPLEMENT in asked:
        return Text(vi="Bạn cần bổ sung hồ sơ", en="You need to supply something")
    if asked:
        return Text(vi="Hồ sơ đang chờ bạn trả lời", en="The file waits for your answer")
    if any(part.waits_for is Waits.RELATIVE for part in parts):
        return Text(vi="Đang chờ người liên quan đồng ý", en="Waiting for somebody's consent")
    working = [part for part in parts if part.ending is None]
    vi = " và ".join(dict.fromkeys(part.authority.vi for part in working))
    en = " and ".join(dict.fromkeys(part.authority.en for part in working))
    return Text(vi=f"{vi} đang giải quyết", en=f"Being handled by {en}")


def todo(parts: tuple[CasePart, ...]) -> Text:
    """Say what the requester must do now; usually nothing."""
    for part in parts:
        if part.waits_for in (Waits.CITIZEN, Waits.RELATIVE) and part.citizen_text:
            return part.citizen_text
    return Text(vi="Bạn không phải làm gì.", en="There is nothing for you to do.")


def official_status(parts: tuple[CasePart, ...]) -> OfficialStatus:
    """Return the one official status of a dossier: what its citizen must know first."""
    for part in parts:
        if part.status is OfficialStatus.SUPPLEMENT:
            return part.status
    running = [part.status for part in parts if part.ending is None]
    if not running:
        return parts[-1].status
    begun = len(running) < len(parts) and running[0] in (OfficialStatus.NEW, OfficialStatus.ACCEPTED)
    return OfficialStatus.IN_PROGRESS if begun else running[0]


def slips_of(row: DossierRow, parts: tuple[CasePart, ...]) -> tuple[str, ...]:
    """List the codes of the slips that exist for a dossier, in the order of the forms (`workflows.slips`)."""
    there = {
        slips.RECEIPT: row.submitted_at is not None,
        slips.SUPPLEMENT: any(part.requested for part in parts),
        slips.REFUSAL: any(part.ending == Ending.REFUSED.value for part in parts),
        slips.APOLOGY: any(part.apology for part in parts),
        slips.CONTROL: row.submitted_at is not None,
        slips.STOP: row.state == "withdrawn",
    }
    return tuple(slip.code for slip in slips.SLIPS if there[slip.code])
