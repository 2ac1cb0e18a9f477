"""The official texts of statutes the tests have beside them, by article, and how statutes write numbers."""

import re
from functools import cache

from shared import SHARED

TEXTS = {
    "cn-gpl": "政府采购法(2014-08-31).md",
    "cn-gpl-regulation": "政府采购法实施条例(2015-01-30).md",
    "cn-reconsideration-law": "行政复议法(2023-09-01).md",
    "cn-reconsideration-law-1999": "行政复议法(2017-09-01).md",
    "cn-sme-payment-728": "保障中小企业款项支付条例(2020-07-05).md",
    "cn-sme-payment-802": "保障中小企业款项支付条例(2025-03-17).md",
    "cn-sme-promotion-law": "中小企业促进法(2017-09-01).md",
    "cn-tendering-law": "招标投标法(2017-12-27).md",
    "cn-tendering-regulation": "招标投标法实施条例(2019-03-02).md",
}
DIGITS = "零一二三四五六七八九十"


def numeral(number):
    """A number below a hundred in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


@cache
def articles_of(instrument):
    """The articles of a statute by number; the first says what stands before them."""
    source = (SHARED / "data" / "law-texts" / TEXTS[instrument]).read_text(encoding="utf-8")
    parts = re.split(r"(?m)^(?=第[零一二三四五六七八九十百]+条 )", source.partition("<!-- INFO END -->")[2])
    return dict(enumerate(parts))
