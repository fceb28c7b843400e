"""The signed document of a result: made once, handed to few, and refused when anything of it was changed."""

import hashlib
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from services.access.actors import Actor
from services.access.identity import LOOK_UPS_PER_ADDRESS
from services.documents import issuing
from services.documents.codes import LENGTH, LETTERS, clean, grouped, new_code
from services.documents.contents import Contents, contents_of
from services.documents.download import download
from services.documents.keys import DemoAuthority, SigningKey, fingerprint
from services.documents.signing import sign
from services.documents.verification import Copy, Standing, check_copy, masked, verify
from storage import documents
from storage.documents import DocumentRow
from storage.engine import read_transaction, write_transaction
from storage.outputs import OutputRow, outputs_of
from tests.services.test_chain import filed, issue_card
from tests.world import ScriptedAgency, World, citizen
from workflows.errors import NotFound, TooManyAttempts
from workflows.vocabulary import Role

HERE = "203.0.113.7"


def card_of(world: World) -> OutputRow:
    """File, issue the library card and return it; its document is ordered and not drawn."""
    dossier = filed(world)
    issue_card(world, dossier)
    with read_transaction(world.context.engine) as connection:
        (card,) = outputs_of(connection, dossier)
    return card


def drawn(world: World) -> tuple[OutputRow, DocumentRow, bytes]:
    card = card_of(world)
    world.draw_documents()
    row = stored(world, card.id)
    return card, row, world.context.vault.open(row.content, issuing.about(card.id))


def stored(world: World, output_id: str) -> DocumentRow:
    with read_transaction(world.context.engine) as connection:
        row = documents.document(connection, output_id)
    assert row is not None
    return row


def rows(world: World) -> list[DocumentRow]:
    with read_transaction(world.context.engine) as connection:
        found = connection.execute(select(DocumentRow)).mappings()  # type: ignore[call-overload]
        return [DocumentRow.model_validate(dict(row)) for row in found]


def rewrite(world: World, code: str, content: bytes, **values: object) -> None:
    """Change a row as somebody would who can write into the database: the digest fits the new content."""
    with write_transaction(world.context.engine) as connection:
        digest = hashlib.sha256(content).hexdigest()
        change = update(DocumentRow).where(DocumentRow.code == code)  # type: ignore[arg-type]
        connection.execute(change.values(sha256=digest, **values))


# --- the job ----------------------------------------------------------------------------------------


def test_a_result_orders_its_document_in_the_transaction_that_issues_it(world: World) -> None:
    card = card_of(world)
    assert world.ordered == [{"output_id": card.id}]
    assert rows(world) == []
    world.draw_documents()
    assert [row.output_id for row in rows(world)] == [card.id]


def test_a_repeated_job_changes_nothing(world: World) -> None:
    card, first, _ = drawn(world)
    issuing.make(world.context, {"output_id": card.id})
    assert rows(world) == [first]


def test_of_two_jobs_that_draw_at_once_one_document_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = card_of(world)

    def overtaken(*args: object, **named: object) -> bytes:
        monkeypatch.undo()
        issuing.make(world.context, {"output_id": card.id})
        return b"the slower one"

    monkeypatch.setattr(issuing, "sign", overtaken)
    issuing.make(world.context, {"output_id": card.id})
    (row,) = rows(world)
    assert row.sha256 != hashlib.sha256(b"the slower one").hexdigest()


def test_a_job_that_dies_after_signing_leaves_nothing_and_runs_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = card_of(world)
    with monkeypatch.context() as broken:
        broken.setattr(issuing.documents, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            issuing.make(world.context, {"output_id": card.id})
    assert rows(world) == []
    issuing.make(world.context, {"output_id": card.id})
    assert len(rows(world)) == 1


def test_a_document_that_cannot_be_made_is_written_down(world: World) -> None:
    card = card_of(world)
    issuing.report_dead(world.context, {"output_id": card.id})
    assert world.events(card.dossier_id)[-1] == "document-not-made"
    assert any(job.payload == {"output_id": card.id, "tries": 1} for job in world.jobs.waiting())


def test_the_content_is_kept_sealed_and_only_the_code_is_in_the_address(world: World) -> None:
    _, row, content = drawn(world)
    assert b"%PDF" not in row.content
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert issuing.address_of(world.context, row.code) == f"http://127.0.0.1:8000/xac-thuc/{row.code}"


def test_a_document_says_what_was_issued_and_nothing_personal_in_its_properties(world: World) -> None:
    _, row, content = drawn(world)
    reader = PdfReader(BytesIO(content))
    text = " ".join(reader.pages[0].extract_text().split())
    for words in ("L-7", "Nguyễn Thị Lan", "Chủ thẻ", "Holder", "không phải giấy tờ chính thức"):
        assert words in text
    assert grouped(row.code) in text
    assert "Lan" not in str({**(reader.metadata or {})})


# --- who may have it ----------------------------------------------------------------------------------


def test_whoever_filed_and_the_office_that_issued_it_may_have_it_and_nobody_else(world: World) -> None:
    card, _, content = drawn(world)
    number = str(world.dossier(card.dossier_id).number)
    for somebody in (citizen(), world.clerk("library")):
        assert download(world.context, somebody, number, card.id).content == content
    relative = citizen("001190000002", "Trần Văn Ba")
    owner_at_work = Actor(
        "b", "b", frozenset({Role.CLERK}), office_id="council:00001", personal_id=citizen().id
    )
    for other in (relative, world.clerk("council"), owner_at_work, Actor("n", "", frozenset())):
        with pytest.raises(NotFound):
            download(world.context, other, number, card.id)
    for wrong_number, wrong_id in ((f"{number}1", card.id), (number, "0" * 32)):
        with pytest.raises(NotFound):
            download(world.context, citizen(), wrong_number, wrong_id)


def test_what_was_replaced_goes_to_the_office_only(world: World) -> None:
    card, row, _ = drawn(world)
    number = str(world.dossier(card.dossier_id).number)
    standing(world, card, "replaced")
    with pytest.raises(NotFound):
        download(world.context, citizen(), number, card.id)
    assert download(world.context, world.clerk("library"), number, card.id)
    assert verify(world.context, row.code, HERE).standing is Standing.REPLACED


def standing(world: World, card: OutputRow, value: str) -> None:
    with write_transaction(world.context.engine) as connection:
        change = update(OutputRow).where(OutputRow.id == card.id)  # type: ignore[arg-type]
        connection.execute(change.values(standing=value))


# --- verification -------------------------------------------------------------------------------------


def test_anybody_with_the_code_learns_the_standing_and_five_fields(world: World) -> None:
    card, row, _ = drawn(world)
    found = verify(world.context, grouped(row.code).lower(), HERE)
    assert (found.standing, found.code) == (Standing.VALID, row.code)
    shown = [value if isinstance(value, str) else value.vi for _, value in found.fields]
    assert shown == ["Thẻ thư viện", "L-7", "Nguyễn Thị Lan", "library:00001", "02/03/2026"]
    standing(world, card, "revoked")
    assert verify(world.context, row.code, HERE).standing is Standing.REVOKED


def test_wrong_codes_are_counted_and_right_ones_are_not(world: World) -> None:
    _, row, _ = drawn(world)
    for _ in range(LOOK_UPS_PER_ADDRESS):
        with pytest.raises(NotFound):
            verify(world.context, new_code(), HERE)
    with pytest.raises(TooManyAttempts):
        verify(world.context, new_code(), HERE)
    assert verify(world.context, row.code, HERE)
    with pytest.raises(NotFound):
        verify(world.context, new_code(), "203.0.113.8")


def test_the_true_copy_is_genuine_and_any_changed_byte_is_refused(world: World) -> None:
    _, row, content = drawn(world)
    assert check_copy(world.context, row.code, content, HERE) is Copy.GENUINE
    chance = Random(7)
    offsets = {0, 5, len(content) - 1, *(chance.randrange(len(content)) for _ in range(300))}
    for number, offset in enumerate(sorted(offsets)):
        verdict = check_copy(world.context, row.code, flipped(content, offset), f"address {number}")
        assert verdict in (Copy.DIFFERENT, Copy.NO_PDF), offset
    for other in (b"", b"%PDF-", content[:-1], content + b"\n", content * 2):
        assert check_copy(world.context, row.code, other, "another address") is not Copy.GENUINE


def test_a_certificate_that_has_ended_since_does_not_undo_what_it_signed(world: World) -> None:
    _, row, content = drawn(world)
    world.clock.advance(days=40 * 365)
    assert check_copy(world.context, row.code, content, HERE) is Copy.GENUINE


def test_a_copy_whose_digest_was_made_to_fit_is_betrayed_by_its_signature(world: World) -> None:
    _, row, content = drawn(world)
    start = content.index(b"/Contents <") + len(b"/Contents <")
    hole = range(start, content.index(b">", start))  # the signature itself, which cannot sign itself
    chance = Random(11)
    offsets = [o for o in (chance.randrange(len(content)) for _ in range(40)) if o not in hole]
    for number, offset in enumerate(offsets):
        changed = flipped(content, offset)
        rewrite(world, row.code, changed)
        verdict = check_copy(world.context, row.code, changed, f"address {number}")
        assert verdict in (Copy.BROKEN, Copy.NO_PDF), offset
    rewrite(world, row.code, content)
    assert check_copy(world.context, row.code, content, HERE) is Copy.GENUINE


def flipped(content: bytes, offset: int) -> bytes:
    changed = bytearray(content)
    changed[offset] ^= 1
    return bytes(changed)


@pytest.mark.parametrize("signer", ["another office", "another authority", "nobody", "twice"])
def test_a_document_that_the_issuing_office_did_not_sign_alone_is_refused(world: World, signer: str) -> None:
    _, row, content = drawn(world)
    forged, key = signed_by(world, signer, content)
    rewrite(world, row.code, forged)
    assert check_copy(world.context, row.code, forged, HERE) is Copy.BROKEN
    if signer == "another authority" and key is not None:  # even when the row names the forger's certificate
        rewrite(world, row.code, forged, signed_with=fingerprint(key.certificate))
        assert check_copy(world.context, row.code, forged, HERE) is Copy.BROKEN


def signed_by(world: World, signer: str, content: bytes) -> tuple[bytes, SigningKey | None]:
    """Return a file of the same look, signed by somebody who should not have."""
    drawn_again = issuing.render(
        a_card(world), code=new_code(), address="http://127.0.0.1:8000/xac-thuc/X", at=world.clock.now()
    )
    now, keys = world.clock.now(), world.context.seals.keys
    match signer:
        case "another office":
            key = keys.of("council:00001", "council:00001")
        case "another authority":
            key = DemoAuthority().of("library:00001", "library:00001")
        case "nobody":
            return drawn_again, None
        case _:
            more = drawn_again[drawn_again.rindex(b"startxref") :]
            return content + more, None
    return sign(drawn_again, key, at=now, reason="forged"), key


def a_card(world: World) -> Contents:
    (row,) = rows(world)
    with world.context.reading(citizen()) as uow:
        return contents_of(uow, row.output_id)


def test_a_document_of_another_result_is_told_apart(world: World, printer: ScriptedAgency) -> None:
    _, first, _ = drawn(world)
    dossier = filed(
        world,
        **{
            "reader.full-name": "Nguyễn Văn Tư",
            "dog.wanted": False,
            "dog.birth-date": None,
            "dog.size": None,
        },
    )
    issue_card(world, dossier)
    world.draw_documents()
    second = next(row for row in rows(world) if row.code != first.code)
    content = world.context.vault.open(second.content, issuing.about(second.output_id))
    assert check_copy(world.context, first.code, content, HERE) is Copy.OTHER
    assert check_copy(world.context, second.code, content, HERE) is Copy.GENUINE


def test_nobody_compares_copies_without_end(world: World) -> None:
    _, row, _ = drawn(world)
    for _ in range(LOOK_UPS_PER_ADDRESS):
        check_copy(world.context, row.code, b"x", HERE)
    with pytest.raises(TooManyAttempts):
        check_copy(world.context, row.code, b"x", HERE)


def test_long_numbers_are_masked_and_register_numbers_are_not() -> None:
    assert masked("001226004321") == "001••••••321"
    assert masked("Trần Thị Mai (001192004321)") == "Trần Thị Mai (001••••••321)"
    assert masked("128/2026") == "128/2026"


def test_codes_are_long_unlike_and_read_as_they_are_typed() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert all(len(code) == LENGTH and set(code) <= set(LETTERS) for code in codes)
    code = codes.pop()
    assert clean(f"  {grouped(code).lower()} ") == code
