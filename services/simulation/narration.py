"""What the family and the platform do in a simulated run, in whole sentences."""

from collections.abc import Iterable, Sequence

from workflows.language import Authority, Output
from workflows.words import Text, text

WAITING = text("Hồ sơ nằm chờ", "The file lies waiting")
FILED_ONLINE = text("Nộp một tờ khai trực tuyến", "File one declaration online")
ALL_THERE = text("Có đủ kết quả trên tài khoản", "Every result is in the account")


def go_and_file(offices: Sequence[Authority]) -> Text:
    """Say that the family goes to file on paper."""
    to = _names(offices)
    return Text(vi=f"Đến nộp hồ sơ: {to.vi}", en=f"Go and file: {to.en}")


def split(offices: Sequence[Authority]) -> Text:
    """Say that the platform takes the declaration apart."""
    to = _names(offices)
    return Text(
        vi=f"Tách tờ khai thành từng phần hồ sơ, chuyển đến {to.vi}",
        en=f"Split the declaration into its parts, send to {to.en}",
    )


def send(outputs: Sequence[Output], offices: Sequence[Authority]) -> Text:
    """Say that the platform takes results to all who need them."""
    what, to = _titles(outputs), _names(offices)
    return Text(vi=f"Chuyển {what.vi} điện tử đến {to.vi}", en=f"Send the electronic {what.en} to {to.en}")


def report(outputs: Sequence[Output]) -> Text:
    """Say that the platform brings results to the family."""
    what = _titles(outputs)
    return Text(vi=f"Gửi {what.vi} về tài khoản", en=f"Send the {what.en} to the account")


def collect(outputs: Sequence[Output], offices: Sequence[Authority]) -> Text:
    """Say that the family fetches results, and carries them on where somebody needs them."""
    what, to = _titles(outputs), _names(offices)
    if not offices:
        return Text(vi=f"Đến nhận {what.vi}", en=f"Go and fetch the {what.en}")
    return Text(vi=f"Nhận {what.vi}, mang sang {to.vi}", en=f"Fetch the {what.en}, carry it to {to.en}")


def by(office: Text, what: Text) -> Text:
    """Say which office does something."""
    return Text(vi=f"{office.vi}: {_lower(what.vi)}", en=f"{office.en}: {_lower(what.en)}")


def together(parts: Sequence[Text]) -> Text:
    """Put what happens in one moment into one line."""
    return Text(
        vi="; ".join([parts[0].vi, *(_lower(part.vi) for part in parts[1:])]),
        en="; ".join([parts[0].en, *(_lower(part.en) for part in parts[1:])]),
    )


def allowed(working_days: int) -> Text:
    """Name a time limit in few words."""
    if working_days == 0:
        return text("hạn trong ngày", "limit: same day")
    return Text(
        vi=f"hạn {working_days} ngày",
        en=f"limit: {working_days} {'day' if working_days == 1 else 'days'}",
    )


def every_time(minutes: int) -> Text:
    """Say how long the platform takes for each hand-over."""
    return Text(vi=f"{minutes} phút mỗi lần", en=f"{minutes} minutes each")


def _names(offices: Iterable[Authority]) -> Text:
    return _listed([office.short for office in offices])


def _titles(outputs: Iterable[Output]) -> Text:
    return _listed([Text(vi=_lower(output.text.vi), en=_lower(output.text.en)) for output in outputs])


def _listed(parts: Sequence[Text]) -> Text:
    return Text(vi=", ".join(part.vi for part in parts), en=", ".join(part.en for part in parts))


def _lower(words: str) -> str:
    """Begin a title with a small letter, so that it fits into a sentence."""
    return words[:1].lower() + words[1:]
