"""Words for what can be wrong with any act, and in the registry."""

from daylight.core.values.text import Text

WORDS = {
    "acts.other-world": (
        Text("此意向是为另一平台签署的，这里是 {here}", "this intent was signed for another platform; this one is {here}"),
        Text("请在正确的平台上重新签署", "sign it again, for this platform"),
    ),
    "acts.expired": (
        Text("意向已于 {expired} 过期，收到时间为 {at}", "the intent expired at {expired}; it arrived at {at}"),
        Text("请重新签署并及时提交", "sign it again and send it in time"),
    ),
    "acts.unknown-person": (
        Text("{person} 未登记", "{person} is not registered"),
        Text("请先以本人设备密钥登记（供应商用 daylight bidder register）", "register first with the key of your own device (suppliers: daylight bidder register)"),
    ),
    "acts.bad-signature": (
        Text("签名与 {person} 登记的密钥不符", "the signature does not match the key {person} registered"),
        Text("请用登记的设备密钥签名", "sign with the registered device key"),
    ),
    "acts.unknown-organisation": (
        Text("{organisation} 未登记", "{organisation} is not registered"),
        Text("请先登记该单位", "register the organisation first"),
    ),
    "acts.no-mandate": (
        Text("{person} 没有可用于“{function}”的授权", "{person} has no mandate for “{function}”"),
        Text("请由单位代表授权", "ask the representative of the organisation for a mandate"),
    ),
    "acts.function-not-mandated": (
        Text("授权不包括“{function}”", "the mandate does not cover “{function}”"),
        Text("请由单位代表补充授权", "ask the representative to grant this function"),
    ),
    "acts.mandate-over": (
        Text("授权已于 {until} 到期", "the mandate ended at {until}"),
        Text("请由单位代表重新授权", "ask the representative for a new mandate"),
    ),
    "acts.mandate-not-yet": (
        Text("授权自 {first} 起生效", "the mandate begins at {first}"),
        Text("请在授权生效后办理", "do it from then on"),
    ),
    "acts.mandate-revoked": (
        Text("授权已于 {at} 撤回", "the mandate was revoked at {at}"),
        Text("请由单位代表重新授权", "ask the representative for a new mandate"),
    ),
    "acts.one-language": (
        Text("“{field}”只以一种语言填写", "“{field}” is written in one language only"),
        Text("请以中英文填写", "write it in Chinese and in English"),
    ),
    "acts.no-evidence": (
        Text("没有附证明文件", "no evidence is attached"),
        Text("请附上至少一份证明文件", "attach at least one document that proves it"),
    ),
    "registry.no-number": (
        Text("没有填写单位的登记编号", "the organisation has no register number"),
        Text("请填写登记编号", "give its register number"),
    ),
    "registry.unknown-register": (
        Text("不认识登记机构代码“{register}”", "there is no register “{register}”"),
        Text(
            "请用以下之一：{known}；境外单位用“国别代码-登记机构代码”，如 HK-CR（见 org-id.guide）",
            "use one of these: {known}; for a register abroad its country and code, such as HK-CR (see org-id.guide)",
        ),
    ),
    "registry.number-length": (
        Text("{register}有 {found} 位，应为 {right} 位", "this number has {found} characters; of a {register} there are {right}"),
        Text("请对照证照逐位核对，补上缺少的或删去多余的字符", "compare it with the certificate, and add what lacks or take out what is too much"),
    ),
    "registry.number-characters": (
        Text("{register}不含字符“{found}”", "a {register} has no “{found}”"),
        Text("请对照证照核对：只用 {right}；I 应为 1，O 应为 0", "compare it with the certificate: only {right} are used; for I write 1, for O write 0"),
    ),
    "registry.number-digits": (
        Text("{register}第 {right} 位应为数字，现为“{found}”", "places {right} of a {register} are digits; here they are “{found}”"),
        Text("请对照证照核对这几位", "compare these places with the certificate"),
    ),
    "registry.number-day": (
        Text("{register}第 {right} 位应为出生日期，“{found}”不是日期", "places {right} of a {register} are the day of birth, and “{found}” is no day"),
        Text("请对照证件核对这几位", "compare these places with the document"),
    ),
    "registry.number-check": (
        Text("{register}的校验位不符：末位为“{found}”，按前面各位应为“{right}”", "the check of this {register} fails: it ends in “{found}”, and what stands before asks for “{right}”"),
        Text("请对照证照逐位核对；错的往往是中间某一位，不要只改末位", "compare every place with the certificate; the wrong one is often in the middle, so do not just change the last"),
    ),
    "registry.unknown-document": (
        Text("不认识身份证件“{document}”", "there is no identity document “{document}”"),
        Text(
            "请填写 {known} 号码；境外证件请写“国别-证件:号码”，如 GB-PASSPORT:123456789",
            "give a number of {known}; of a document from abroad write country, document and number: GB-PASSPORT:123456789",
        ),
    ),
    "registry.no-identity-number": (
        Text("没有填写身份证件号码", "the person has no identity number"),
        Text("请填写身份证件号码；平台只记录其加盐摘要", "give it; the platform's acts have its salted digest alone"),
    ),
    "registry.no-role": (
        Text("没有填写单位的角色", "the organisation has no role"),
        Text("请填写至少一个角色", "give at least one role"),
    ),
    "registry.no-territory": (
        Text("没有填写单位所在地域", "the organisation has no territory"),
        Text("请选择规则库中的地域", "choose a territory of the rulebook"),
    ),
    "registry.no-function": (
        Text("授权没有写明职能", "the mandate names no function"),
        Text("请写明授权的职能", "name the functions it covers"),
    ),
    "registry.no-time": (
        Text("授权的终止时间 {until} 不晚于起始时间 {first}", "the mandate ends at {until}, which is not after its beginning, {first}"),
        Text("请改正起止时间", "choose a later end"),
    ),
    "acts.state-moved": (
        Text("{docket}在您查看之后已有变化", "{docket} has changed since you looked at it"),
        Text("请查看最新情况后再确认", "look at the current state, then confirm"),
    ),
    "acts.personal": (
        Text("“{kind}”只能由本人以个人名义作出", "“{kind}” is done in person, not for an organisation"),
        Text("请以个人身份签署", "sign without an organisation or mandate"),
    ),
    "acts.no-document": (
        Text("所附文件不完整", "what is shown is no whole document"),
        Text("请写明文件的名称、大小和 SHA-256", "name the document, its size and its SHA-256"),
    ),
    "acts.nothing-said": (
        Text("“{field}”没有写任何内容", "nothing is said under “{field}”"),
        Text("请写明内容，他人要据以行事", "say it in words: others rely on it"),
    ),
    "acts.wrong-docket-kind": (
        Text("此类行为应记入另一种案卷：{kind}", "an act of this kind is filed in another docket: {kind}"),
        Text("请使用正确的案卷", "use a docket of that kind"),
    ),
    "acts.docket-taken": (
        Text("{docket}已经存在", "{docket} exists already"),
        Text("已登记的无须再登记，请直接办理；另立案卷请使用新的编号", "who is registered need not register again and can go on; for another docket use a new number"),
    ),
    "acts.unknown-docket": (
        Text("{docket}不存在", "{docket} does not exist"),
        Text("请核对编号", "check the number"),
    ),
    "acts.unknown-subject": (
        Text("所指的{what}不存在", "there is no such {what}"),
        Text("请核对编号", "check the number"),
    ),
    "acts.law-gap": (
        Text("规则库缺少：{gap}", "the rulebook lacks this: {gap}"),
        Text("请由规则维护人补充", "ask those who maintain the rulebook to add it"),
    ),
    "registry.weak-key": (
        Text("公钥是弱密钥，任何人都可能冒签", "the public key is weak: anyone could sign with it"),
        Text("请在设备上生成新密钥", "generate a new key on your device"),
    ),
    "registry.no-name": (
        Text("没有填写姓名", "the person has no name"),
        Text("请填写姓名", "give the name of the person"),
    ),
    "registry.wrong-docket": (
        Text("案卷编号与该单位的登记编号不对应", "the docket does not follow from the register number of the organisation"),
        Text("请核对登记编号；一个单位只登记一次", "check the register number; an organisation registers once"),
    ),
    "registry.unknown-territory": (
        Text("规则库中没有地域 {territory}", "the rulebook has no territory {territory}"),
        Text("请写平台法规页所列的地域编号", "write the id of a territory, as the law pages of the platform list them"),
    ),
    "registry.not-the-docket-of-the-key": (
        Text("人员编号与其公钥不符", "a person's id follows from her key, and this one does not"),
        Text("请用 daylight device 生成设备密钥和编号", "make key and id with daylight device"),
    ),
    "registry.only-the-registrar": (
        Text("角色“{roles}”须由登记机关录入", "only the registrar enters these roles: {roles}"),
        Text("供应商可自行登记；其他角色请联系登记机关", "register as a supplier yourself; for other roles ask the registrar"),
    ),
    "registry.only-the-registrar-corrects": (
        Text("角色“{roles}”的登记须由登记机关更正", "only the registrar corrects the entry of who is {roles}"),
        Text("请把更正事项和证明材料交登记机关", "send the registrar what is to be corrected, and what proves it"),
    ),
    "registry.nothing-corrected": (
        Text("更正后的内容与登记的相同", "the entry reads like this already"),
        Text("请填写要更正的内容；登记编号有误的，用正确编号另行登记后以新登记取代", "say what is to be corrected; for a wrong number register under the right one and let it replace this entry"),
    ),
    "registry.not-of-both": (
        Text("{person} 不同时代表原登记和取代它的登记", "{person} does not represent both the old entry and the new one"),
        Text("请由同时代表两者的人办理，或请登记机关办理", "ask the person who represents both, or the registrar"),
    ),
    "registry.replaced-before": (
        Text("本登记已由 {organisation} 取代", "{organisation} has replaced this entry already"),
        Text("无需再次办理", "nothing needs to be done"),
    ),
    "registry.no-successor": (
        Text("{organisation} 不能取代本登记：它未登记、就是本登记或已被取代", "{organisation} cannot replace this entry: it is not registered, is this very entry, or was replaced itself"),
        Text("请先用正确的编号登记，再写新登记的编号", "register under the right number first, then name the docket of that entry"),
    ),
    "registry.successor-lacks-roles": (
        Text("取代它的登记没有角色“{roles}”", "the entry that is to replace it lacks these roles: {roles}"),
        Text("请先由登记机关补充角色", "have the registrar add the roles first"),
    ),
    "registry.replaced": (
        Text("本登记已由 {organisation} 取代，不能再开始新的事项", "this entry was replaced by {organisation} and begins nothing new"),
        Text("请以新登记办理；已开始的事项可以办完", "act under the new entry; what was begun under the old one may be finished"),
    ),
    "registry.not-the-representative": (
        Text("{person} 不是该单位的代表", "{person} does not represent the organisation"),
        Text("请由单位代表办理", "ask the representative to do it"),
    ),
    "registry.no-such-mandate": (
        Text("此授权不是 {organisation} 授予的", "this is no mandate of {organisation}"),
        Text("请核对授权编号", "check the mandate"),
    ),
    "registry.revoked-before": (
        Text("授权已于 {at} 撤回", "the mandate was revoked at {at} already"),
        Text("无需再次撤回", "nothing needs to be done"),
    ),
}  # fmt: skip
