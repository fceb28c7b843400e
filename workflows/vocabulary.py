"""The closed lists a definition takes its words from: who acts, whom a case waits for, how it ends."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who may take a step."""

    CITIZEN = "citizen"  # the requester (người yêu cầu)
    RELATIVE = "relative"  # a person whose consent is needed
    CLERK = "clerk"  # an officer of the competent office (công chức)
    LEADER = "leader"  # the person of that office who signs (lãnh đạo)
    SUPERVISOR = "supervisor"  # watches over offices
    OPERATOR = "operator"  # keeps messages moving (vận hành); takes no step of any procedure
    AGENCY = "agency"  # another system's answer
    SYSTEM = "system"  # a timer or the chain itself


class Waits(StrEnum):
    """Whom a case waits for in a state."""

    OFFICER = "officer"
    CITIZEN = "citizen"
    RELATIVE = "relative"
    AGENCY = "agency"
    NOBODY = "nobody"


class Clock(StrEnum):
    """What the legal clock does in a state."""

    RUNS = "runs"
    PAUSES = "pauses"  # stands still, then goes on
    RESTARTS = "restarts"  # stands still, then begins again from zero
    ENDS = "ends"


class Ending(StrEnum):
    """How a case ended; only `ISSUED` carries outputs to the next procedures."""

    ISSUED = "issued"
    ALREADY_ISSUED = "already-issued"
    NOT_APPLICABLE = "not-applicable"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"

    @property
    def failed(self) -> bool:
        return self in (Ending.REFUSED, Ending.WITHDRAWN, Ending.CANCELLED)


class OfficialStatus(StrEnum):
    """The ten statuses that citizens know from the national portal."""

    NEW = "Mới đăng ký"
    ACCEPTED = "Được tiếp nhận"
    NOT_ACCEPTED = "Không được tiếp nhận"
    IN_PROGRESS = "Đang xử lý"
    SUPPLEMENT = "Yêu cầu bổ sung giấy tờ"
    PAYMENT = "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWN = "Công dân yêu cầu rút hồ sơ"
    STOPPED = "Dừng xử lý"
    DONE = "Đã xử lý xong"
    RETURNED = "Đã trả kết quả"


class Signal(StrEnum):
    """What the chain tells a case about its neighbours; a step listens by naming it."""

    WITHDRAWN = "withdrawn"  # the citizen stopped the bundle
    CORRECTION_ASKED = "correction-asked"  # a receiver found an error in what this case issued
    INPUT_IN_DOUBT = "input-in-doubt"  # what this case relies on is being corrected
    INPUT_CORRECTED = "input-corrected"  # the corrected output has arrived
    INPUT_STANDS = "input-stands"  # the issuer looked again: there was no error


class Standing(StrEnum):
    """Whether a definition may be filed under."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"  # rests on sources that were not read themselves
    BASELINE = "baseline"  # only for comparison, nobody can file it


class Level(StrEnum):
    """The tier of government on which an authority has its offices."""

    COMMUNE = "commune"
    PROVINCE = "province"


class OnFailure(StrEnum):
    """What happens to the receiver of a link when the giver fails."""

    REQUIRED = "required"  # the receiver is not opened
    INDEPENDENT = "independent"  # the receiver opens all the same, without that evidence
