"""The health facilities' data portal, as a fake: it holds birth and death notices to be read.

A notice lies here as soon as the facility has signed it (63/2024/NĐ-CP Art. 25). Nobody
sends this system anything; whoever needs a notice looks it up by its number.
"""

from services.agencies.fake import FakeAgency

NOTICES = "notice"


class Hospital(FakeAgency):
    """Cơ sở khám bệnh, chữa bệnh: giấy chứng sinh, giấy báo tử."""

    code = "hospital"
