"""Business registration (đăng ký kinh doanh) of household businesses, at the commune."""

from workflows.language import Authority
from workflows.words import text

BUSINESS_REGISTRATION = Authority(
    code="business-registration",
    tone="business",
    text=text("Cơ quan đăng ký kinh doanh của xã, phường", "Business-registration office of the commune"),
    short=text("Đăng ký kinh doanh", "Business registration"),
)
