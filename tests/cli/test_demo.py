"""The demo in the terminal: two stories to their end, or a failure that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cli import demo
from services.demo.filings import BIRTH_FILING, DEATH_FILING


def test_both_stories_come_to_their_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main([]) == 0
    told = capsys.readouterr().out
    assert told.count("Mọi thủ tục đều có kết quả.") == 2
    for words in (
        "Hồ Văn Sơn",
        "Ký, ghi sổ khai sinh → Chờ hệ thống chuyên ngành ghi sổ",
        "[Công an xã – Phường Ba Đình, thành phố Hà Nội]",
        "Đăng ký thường trú: 23/11/2026 17:00",
        "Không tính 21/11/2026–22/11/2026: nghỉ cuối tuần.",
        "Số định danh cá nhân của em bé: 0013",
        "Số quyết định: 1/QĐ-BHXH-2026",
    ):
        assert words in told


def test_the_story_is_the_same_every_time(capsys: pytest.CaptureFixture[str]) -> None:
    def told() -> str:
        assert demo.main([], [DEATH_FILING]) == 0
        return capsys.readouterr().out

    assert told() == told()


def test_it_is_told_in_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(["--lang", "en"], [DEATH_FILING]) == 0
    assert "Every procedure has its result." in capsys.readouterr().out


def test_a_story_that_does_not_end_fails(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = replace(BIRTH_FILING, answers={**BIRTH_FILING.answers, "child.full-name": ""})
    assert demo.main([], [wrong, DEATH_FILING]) == 1
    captured = capsys.readouterr()
    assert "khai-sinh" in captured.err
    assert captured.out.count("Mọi thủ tục đều có kết quả.") == 1
