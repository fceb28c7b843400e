"""What is sealed opens only whole, only with its key, and only for its purpose."""

import base64
from pathlib import Path

import pytest

from services.vault import KEY_BYTES, Vault, VaultBroken, open_vault

OLD, NEW = b"o" * KEY_BYTES, b"n" * KEY_BYTES


def test_what_was_sealed_comes_back_and_does_not_lie_open() -> None:
    vault = Vault({1: OLD})
    box = vault.seal("Giấy chứng sinh".encode(), "paper:1")
    assert vault.open(box, "paper:1").decode() == "Giấy chứng sinh"
    assert "Giấy".encode() not in box
    assert box != vault.seal("Giấy chứng sinh".encode(), "paper:1"), "the same bytes must not look the same"


@pytest.mark.parametrize("place", [0, 5, 13, -1])
def test_a_changed_byte_is_noticed_wherever_it_is(place: int) -> None:
    vault = Vault({1: OLD})
    box = bytearray(vault.seal(b"content", "paper:1"))
    box[place] ^= 1
    with pytest.raises(VaultBroken):
        vault.open(bytes(box), "paper:1")


def test_a_box_of_another_purpose_an_empty_and_a_foreign_one_stay_shut() -> None:
    vault = Vault({1: OLD})
    for box, about in (
        (vault.seal(b"x", "paper:1"), "paper:2"),
        (b"", "a"),
        (Vault({1: NEW}).seal(b"x", "a"), "a"),
    ):
        with pytest.raises(VaultBroken):
            vault.open(box, about)


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    box = Vault({1: OLD}).seal(b"x", "a")
    both = Vault({1: OLD, 2: NEW})
    assert both.open(box, "a") == b"x"
    with pytest.raises(VaultBroken):
        Vault({1: OLD}).open(both.seal(b"x", "a"), "a")


def test_the_key_of_the_data_folder_is_made_once_and_read_again(tmp_path: Path) -> None:
    box = open_vault("", tmp_path).seal(b"x", "a")
    assert open_vault("", tmp_path).open(box, "a") == b"x"
    assert (tmp_path / "vault.key").stat().st_mode & 0o077 == 0


def test_keys_of_the_operator_are_read_and_wrong_ones_refused(tmp_path: Path) -> None:
    given = f"1:{base64.b64encode(OLD).decode()}, 2:{base64.b64encode(NEW).decode()}"
    assert open_vault(given, tmp_path).open(Vault({2: NEW}).seal(b"x", "a"), "a") == b"x"
    assert not (tmp_path / "vault.key").exists()


@pytest.mark.parametrize("wrong", ["1:short", "nothing", f"0:{base64.b64encode(OLD).decode()}"])
def test_keys_that_cannot_be_read_are_refused(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"invalid literal|base64|padding|keys of 32 bytes"):
        open_vault(wrong, tmp_path)
