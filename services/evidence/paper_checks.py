"""What a file that somebody attaches really is: by its content, not by its name, and safe to keep.

The first bytes say what it claims to be. Everything that needs a reader is done by `paper_reader`, in a
process of its own that is small and short-lived: readers of pictures and PDF files have had many faults.
At most two such processes run at once.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from workflows.words import Text

MOST_BYTES = 10 * 1024**2
SECONDS = 20
READER = Path(__file__).with_name("paper_reader.py")
AT_ONCE = 2
_places = BoundedSemaphore(AT_ONCE)

REASONS = {
    "empty": Text(
        vi="Tệp này trống (0 byte). Hãy mở thử tệp trên máy của bạn, rồi chụp hoặc chọn lại.",
        en="This file is empty (0 bytes). Try to open it on your device, then take or choose it again.",
    ),
    "too-large": Text(
        vi="Tệp này lớn hơn 10 MB. Hãy chụp lại ở cỡ ảnh nhỏ hơn, hoặc chia tệp PDF thành vài tệp.",
        en="This file is larger than 10 MB. Take the photo at a smaller size, or split the PDF file.",
    ),
    "program": Text(
        vi="Đây là một tệp chương trình, dù tên có thể ghi là ảnh. Hãy chọn ảnh chụp hoặc tệp PDF của giấy.",
        en="This is a program, whatever its name says. Choose a photo or a PDF file of the paper.",
    ),
    "heic": Text(
        vi="Ảnh này ở dạng HEIC, cơ quan chưa mở được. Trên iPhone: Cài đặt > Camera > Định dạng > Tương "
        "thích nhất, rồi chụp lại.",
        en="This photo is HEIC, which offices cannot open. On an iPhone: Settings > Camera > Formats > Most "
        "Compatible, then take it again.",
    ),
    "archive": Text(
        vi="Đây là tệp nén hoặc tệp Word, Excel. Hãy lưu thành PDF, hoặc chụp ảnh giấy rồi gửi.",
        en="This is an archive or an office document. Save it as PDF, or take a photo of the paper.",
    ),
    "unknown": Text(
        vi="Tệp này không phải ảnh hay PDF, dù tên có thể ghi như vậy. Chỉ nhận ảnh JPEG, PNG, WebP và PDF.",
        en="This file is neither a picture nor a PDF, whatever its name says. JPEG, PNG, WebP and PDF are "
        "taken.",
    ),
    "two-in-one": Text(
        vi="Tệp này chứa thêm một tệp khác bên trong. Hãy chụp lại giấy, hoặc in lại ra PDF rồi gửi.",
        en="This file hides another file inside. Take a new photo of the paper, or print it to PDF again.",
    ),
    "cut-off": Text(
        vi="Ảnh này bị cắt cụt hoặc hỏng nên không mở được. Hãy chụp lại hoặc chọn ảnh khác.",
        en="This picture is cut off or damaged and cannot be opened. Take it again or choose another.",
    ),
    "broken": Text(
        vi="Tệp này hỏng nên không mở được. Hãy chụp hoặc quét lại giấy rồi gửi.",
        en="This file is damaged and cannot be opened. Photograph or scan the paper again.",
    ),
    "too-many-pixels": Text(
        vi="Ảnh này có quá nhiều điểm ảnh (hơn 50 triệu). Hãy chụp lại ở độ phân giải thấp hơn.",
        en="This picture has too many pixels (over 50 million). Take it again at a lower resolution.",
    ),
    "too-small": Text(
        vi="Ảnh này quá nhỏ nên không đọc được chữ. Hãy chụp lại cả tờ giấy, đủ sáng và rõ.",
        en="This picture is too small to read. Photograph the whole paper again, bright and sharp.",
    ),
    "moving": Text(
        vi="Đây là ảnh động. Hãy chụp một ảnh thường của giấy.",
        en="This picture moves. Take an ordinary photo of the paper.",
    ),
    "too-heavy": Text(
        vi="Tệp này quá nặng để mở an toàn. Hãy chụp lại giấy, hoặc in lại ra PDF rồi gửi.",
        en="This file takes too much to open safely. Take a new photo, or print it to PDF again.",
    ),
    "pdf-locked": Text(
        vi="Tệp PDF này có mật khẩu. Hãy lưu một bản không có mật khẩu rồi gửi.",
        en="This PDF file has a password. Save a copy without a password and send that.",
    ),
    "pdf-script": Text(
        vi="Tệp PDF này có mã lệnh bên trong nên không được nhận. Hãy in lại ra PDF hoặc chụp ảnh giấy.",
        en="This PDF file holds a script and is not taken. Print it to PDF again, or photograph the paper.",
    ),
    "pdf-launch": Text(
        vi="Tệp PDF này có lệnh mở hoặc gửi thứ khác nên không được nhận. Hãy in lại ra PDF, hoặc chụp ảnh "
        "giấy.",
        en="This PDF file opens or sends something else and is not taken. Print it to PDF again, or "
        "photograph the paper.",
    ),
    "pdf-opens": Text(
        vi="Tệp PDF này tự làm một việc khi được mở nên không được nhận. Hãy in lại ra PDF, hoặc chụp ảnh "
        "giấy.",
        en="This PDF file does something by itself when opened and is not taken. Print it to PDF again, or "
        "photograph the paper.",
    ),
    "pdf-attachment": Text(
        vi="Tệp PDF này có tệp khác đính kèm bên trong. Hãy gửi từng tệp riêng.",
        en="This PDF file has other files attached inside. Send each file on its own.",
    ),
    "pdf-form": Text(
        vi="Tệp PDF này là mẫu điền động (XFA), cơ quan không mở được. Hãy in lại ra PDF rồi gửi.",
        en="This PDF file is a dynamic form (XFA) that offices cannot open. Print it to PDF and send that.",
    ),
    "pdf-long": Text(
        vi="Tệp PDF này dài hơn 50 trang. Hãy chỉ gửi những trang của giấy tờ được hỏi.",
        en="This PDF file has more than 50 pages. Send only the pages of the paper that is asked for.",
    ),
}
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"PK\x03\x04", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0", "archive"),
)
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_ZIP_END, _ZIP_END_SIZE, _ZIP_NOTE = b"PK\x05\x06", 22, 65_535


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be kept: what it is, its SHA-256, a clean copy to look at, a thumbnail."""

    content: bytes
    media: str
    pages: int
    digest: str
    shown: bytes | None
    thumbnail: bytes | None


def examine(content: bytes) -> Examined | Text:
    """Look at a file that somebody sent; return what may be kept, or the sentence that says why not.

    Takes a fraction of a second of another process, so it is never called inside a transaction.
    """
    claimed = kind_of(content)
    if claimed in REASONS:
        return REASONS[claimed]
    answer, pictures = _read(claimed, content)
    if refused := answer.get("refused"):
        return REASONS[str(refused)]
    shown, thumbnail = (*pictures, None, None)[:2]
    return Examined(
        content=content,
        media=claimed,
        pages=int(str(answer["pages"])),
        digest=hashlib.sha256(content).hexdigest(),
        shown=shown or None,
        thumbnail=thumbnail or None,
    )


def kind_of(content: bytes) -> str:
    """Return the kind of file that the bytes show, or the word for why no such file is taken."""
    if not content:
        return "empty"
    if len(content) > MOST_BYTES:
        return "too-large"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        found = "image/webp"
    elif content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        found = "heic"
    else:
        found = next((kind for start, kind in _STARTS if content.startswith(start)), "unknown")
    return "two-in-one" if "/" in found and _hides_another(content, found) else found


def _hides_another(content: bytes, media: str) -> bool:
    """Say whether the same bytes are also an archive, or a PDF file behind a picture's first bytes."""
    end = content.rfind(_ZIP_END, max(0, len(content) - _ZIP_END_SIZE - _ZIP_NOTE))
    if end >= 0 and len(content) - end >= _ZIP_END_SIZE:
        note = int.from_bytes(content[end + 20 : end + 22], "little")
        if end + _ZIP_END_SIZE + note == len(content):
            return True
    head = content[:1024].lower()
    markup = any(mark in head for mark in (b"<script", b"<html", b"<!doctype", b"<svg", b"<?php"))
    return media != "application/pdf" and (b"%pdf-" in head or markup)


def _read(media: str, content: bytes) -> tuple[dict[str, object], tuple[bytes, ...]]:
    command = [sys.executable, "-I", str(READER), media]
    with _places:
        try:
            done = subprocess.run(  # noqa: S603 - our own script, under no shell
                command, input=content, capture_output=True, timeout=SECONDS, check=False, env={}
            )
        except subprocess.TimeoutExpired:
            return {"refused": "too-heavy"}, ()
    line, _, rest = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:
        return {"refused": "too-heavy"}, ()
    answer = json.loads(line)
    pictures, at = [], 0
    for length in answer["lengths"]:
        pictures.append(rest[at : at + length])
        at += length
    return answer, tuple(pictures)
