package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The applicant's pages: what is open, what has to be corrected and where, who holds it now. */
class PortalTest extends Journey {

    private static final String ACCEPT = "UserTask_AcceptApplication";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private Timeline timeline;

    @Test
    @DisplayName("R2.13 a return names fields and materials: each shows its own remark, the rest the grounds")
    void returnedBesideTheField() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");

        complete(
                        "city-440100",
                        ACCEPT,
                        taskOf(project.id()),
                        Map.of(
                                "outcome", "RETURN",
                                "toCorrect", "[\"summary\",\"AUDIT_REPORT\"]",
                                "grounds", "请核对全文\n审计报告：缺 2023 年的\n联系人：电话打不通 <b>急</b>"))
                .ok();

        String page = browser(project.applicant())
                .send("GET", "/portal/applications/" + project.id(), null)
                .body();
        assertThat(part(page, "id=\"summary-remark\"")).contains("请核对全文");
        assertThat(page).contains("由推荐单位决定延长补正期限");
        assertThat(part(page, "id=\"AUDIT_REPORT-remark\""))
                .contains("缺 2023 年的")
                .doesNotContain("请核对全文");
        assertThat(part(page, "id=\"contact-remark\"")).contains("电话打不通 &lt;b&gt;急&lt;/b&gt;");
        assertThat(page).doesNotContain("id=\"VIDEO-remark\"").contains("需要补正的内容共 3 处");

        project.applicant().client().submit(project.id(), "again").ok();
        assertThat(browser(project.applicant())
                        .send("GET", "/portal/applications/" + project.id(), null)
                        .body())
                .doesNotContain("须补正：");
    }

    @Test
    @DisplayName("R2.13 a return that names what no application has, or is no list, is refused and nothing happens")
    void oddItems() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");

        for (String odd :
                List.of("[\"seriousDishonesty\"]", "[\"<b>\"]", "summary", "[null]", "{\"a\":1}", "[[\"summary\"]]")) {
            Answer answer = complete(
                    "city-440100",
                    ACCEPT,
                    taskOf(project.id()),
                    Map.of("outcome", "RETURN", "toCorrect", odd, "grounds", "请补正"));
            assertThat(answer.status()).as(odd).isBetween(400, 499);
        }

        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(jdbc.sql("select count(*) from correction where application_id = :id")
                        .param("id", project.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("what the form lets a reviewer tick is what the application has, in the same words")
    void formAndFieldsAgree() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/accept-application.form").toFile());
        List<String> offered = new ArrayList<>();
        form.path("components").forEach(part -> {
            if (part.path("key").asText().equals("toCorrect")) {
                part.path("values")
                        .forEach(value -> offered.add(value.path("value").asText() + "="
                                + value.path("label").asText()));
            }
        });

        String page = openDraft();

        assertThat(offered).isNotEmpty().allSatisfy(one -> {
            String item = one.substring(0, one.indexOf('='));
            assertThat(Texts.label("item", item)).isEqualTo(one.substring(item.length() + 1));
            assertThat(page).containsAnyOf("id=\"" + item + "\"", "id=\"section-" + item + "\"");
        });
    }

    @Test
    @DisplayName("every finding of the self-check says its rule, and leads to the field that mends it")
    void checkLeadsToTheField() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "自查");
        applicant
                .client()
                .edit(
                        id,
                        Map.of(
                                "built",
                                false,
                                "registeredIn",
                                "OTHER",
                                "legalPerson",
                                false,
                                "commitmentLetter",
                                false))
                .ok();

        JsonNode findings = applicant.client().check(id).ok().json().get("findings");
        String page = browser(applicant)
                .send("GET", "/portal/applications/" + id, null)
                .body();

        assertThat(findings.findValuesAsText("field"))
                .contains("built", "registeredIn", "legalPerson", "commitmentLetter");
        assertThat(findings.findValuesAsText("rule"))
                .hasSameSizeAs(findings)
                .allSatisfy(rule -> assertThat(rule).matches("R\\d+\\.\\d+"));
        assertThat(page)
                .contains("href=\"#built\"", "href=\"#registeredIn\"", "href=\"#legalPerson\"", "id=\"legalPerson\"");
        assertThat(page).contains("由人工判断").contains(Clauses.of("R2.3"));
    }

    @Test
    @DisplayName("R2.3 R2.9 every place that a finding can lead to is there: on the draft's page, or the overview")
    void placesAreThere() {
        givenRound();
        Submitted first = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        String second = givenDraft(first.applicant(), "city-440100", "F01", "第二个");
        first.applicant().client().submit(second, "key-" + second).ok();
        String third = givenDraft(first.applicant(), "city-440100", "P01", "第三个");

        String page = browser(first.applicant())
                .send("GET", "/portal/applications/" + third, null)
                .body();

        List<String> places = ResourceBundle.getBundle("messages_zh", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("item."))
                .map(key -> key.substring("item.".length()))
                .filter(place -> !place.equals("own-applications"))
                .toList();
        assertThat(places)
                .hasSizeGreaterThan(20)
                .allSatisfy(place ->
                        assertThat(page).containsAnyOf("id=\"" + place + "\"", "id=\"section-" + place + "\""));
        assertThat(page)
                .contains("href=\"/portal\">去处理：本单位的全部申请", "href=\"#section-applicant\">查看：申报单位")
                .contains("条款：" + Clauses.of("R2.9"), "条款：" + Clauses.of("R2.3"), "依据条款：" + Clauses.of("R2.2"))
                .as("rules' numbers are for officers and clients")
                .doesNotContainPattern(">[^<]*R[234]\\.\\d");
        assertThat(browser(first.applicant()).send("GET", "/portal", null).body())
                .contains("/portal/applications/" + first.id());
    }

    @Test
    @DisplayName("R1.2 R1.3 R2.8 directions that can not be chosen are shown with the reason")
    void directionsWithReasons() {
        givenRound();
        Submitted first = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        String second = first.applicant()
                .client()
                .begin(Map.of("unit", "city-440100", "projectName", "第二个"))
                .ok()
                .json()
                .get("id")
                .asText();
        String atTheCa = first.applicant()
                .client()
                .begin(Map.of("unit", "ca-44", "projectName", "第三个"))
                .ok()
                .json()
                .get("id")
                .asText();

        String city = browser(first.applicant())
                .send("GET", "/portal/applications/" + second, null)
                .body();
        String ca = browser(first.applicant())
                .send("GET", "/portal/applications/" + atTheCa, null)
                .body();

        assertThat(city).containsPattern("<option[^>]* disabled[^>]*>N01 [^<]*由省通信管理局负责[^<]*" + Clauses.of("R1.2"));
        assertThat(city)
                .containsPattern(
                        "<option[^>]* disabled[^>]*>T02 [^<]*已有申请 " + first.id() + "[^<]*" + Clauses.of("R2.8"));
        assertThat(ca).containsPattern("<option[^>]* disabled[^>]*>T01 [^<]*不由省通信管理局负责[^<]*" + Clauses.of("R1.3"));
        assertThat(ca).containsPattern("<option\\s+value=\"N01\"");
    }

    @Test
    @DisplayName("the overview and the page tell the next step and which office holds it, and no person")
    void nextStepAndHolder() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        OfficerClient browser = browser(project.applicant());

        assertThat(browser.send("GET", "/portal", null).body()).contains("等待推荐单位审核材料", "广州市工业和信息化局");
        whenAccepted("city-440100", project.id());
        assertThat(browser.send("GET", "/portal", null).body()).contains("等待推荐单位排定推荐顺序");
        whenListed("city-440100", List.of(project.id()));
        assertThat(browser.send("GET", "/portal/applications/" + project.id(), null)
                        .body())
                .contains("等待推荐材料送达上级并审核");
        registerArrival("dept-44", "city-440100").ok();

        String page = browser.send("GET", "/portal/applications/" + project.id(), null)
                .body();
        assertThat(part(page, "目前由谁办理")).contains("省工业和信息化厅");
        assertThat(page).doesNotContain("dept-44", "city-440100-lead");
    }

    @Test
    @DisplayName(
            "R3.1 R4.1 draft after its unit's list is signed or its deadline → why it cannot be submitted, no button")
    void draftThatIsLate() {
        givenRound();
        Submitted listed = givenAccepted("city-440100", "T01", "海工装备数字孪生");
        Applicant late = givenApplicant();
        String draft = givenDraft(late, "city-440100", "T01", "没赶上的草稿");
        String address = "/portal/applications/" + draft;
        assertThat(browser(late).send("GET", address, null).body()).contains("草稿尚未提交", "/submit\"");

        whenListed("city-440100", List.of(listed.id()));

        thenTooLate(late, address, Texts.of("window.signed"));
        whenClockShows("12-08T17:30:01");
        thenTooLate(late, address, "申报截止时间（");
    }

    private void thenTooLate(Applicant late, String address, String why) {
        assertThat(browser(late).send("GET", address, null).body())
                .contains("不能再提交：" + why)
                .doesNotContain("草稿尚未提交", "请填写、上传材料并提交", "前完成填写", "/submit\"");
        assertThat(browser(late).send("GET", "/portal", null).body())
                .contains("草稿未提交，不计入本批次", "不能再提交：" + why)
                .doesNotContain("草稿尚未提交", "份草稿");
    }

    @Test
    @DisplayName("titles and order are the applicant's: gaps are closed, and the submitted version keeps them")
    void titlesAndOrder() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "标题和顺序");
        String one = material(id, "audit-report-1.pdf");
        String two = material(id, "audit-report-2.pdf");
        String three = material(id, "audit-report-3.pdf");
        String page = "/portal/applications/" + id;

        Answer arranged = browser(applicant)
                .withToken(
                        page,
                        "POST",
                        page + "/materials/order",
                        "place.%s=30&place.%s=10&title.%s=二〇二三年度&place.%s=20".formatted(one, two, two, three),
                        FORM);

        assertThat(arranged.status()).isEqualTo(302);
        JsonNode files = applicant.client().get(id).ok().json().get("materials");
        assertThat(files.findValuesAsText("name").stream()
                        .filter(name -> name.startsWith("audit"))
                        .toList())
                .containsExactly("audit-report-2.pdf", "audit-report-3.pdf", "audit-report-1.pdf");
        assertThat(files.findValuesAsText("title")).contains("二〇二三年度");
        applicant.client().submit(id, "key").ok();
        assertThat(jdbc.sql("select content from application_snapshot where application_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .contains("二〇二三年度");
        assertThat(browser(applicant)
                        .withToken(
                                "/account/password",
                                "POST",
                                page + "/materials/order",
                                "place.%s=1".formatted(one),
                                FORM)
                        .body())
                .contains("不能再增减材料");
    }

    @Test
    @DisplayName(
            "two tabs: the order of one that has not seen the other's changes nothing; a file that has come meanwhile is no hindrance")
    void orderOfTwoTabs() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "两个窗口");
        String one = material(id, "audit-report-1.pdf");
        String page = "/portal/applications/" + id;
        Matcher seen = Pattern.compile("name=\"seen.%s\"[^>]*value=\"([^\"]*)\"".formatted(one))
                .matcher(browser(applicant).send("GET", page, null).body());
        assertThat(seen.find()).isTrue();
        String order = "place.%s=1&title.%s=%s&seen.%s=" + URLEncoder.encode(seen.group(1), StandardCharsets.UTF_8);
        applicant
                .client()
                .attach(id, "AUDIT_REPORT", "audit-report-4.pdf", samples.content("audit-report-1.pdf"))
                .ok();

        Answer first = browser(applicant)
                .withToken(page, "POST", page + "/materials/order", order.formatted(one, one, "先存的", one), FORM);
        Answer second = browser(applicant)
                .withToken(page, "POST", page + "/materials/order", order.formatted(one, one, "后存的", one), FORM);

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.body()).contains("他人已改动了这些材料", "value=\"后存的\"");
        assertThat(jdbc.sql("select title from material where id = :id")
                        .param("id", Long.valueOf(one))
                        .query(String.class)
                        .single())
                .isEqualTo("先存的");
    }

    @Test
    @DisplayName("the form for files sent without one says that none was chosen")
    void noFileChosen() {
        givenRound();
        Applicant applicant = givenApplicant();
        String page = "/portal/applications/" + givenDraft(applicant, "city-440100", "T01", "没选文件");
        String form = "--edge\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nRESULT\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--edge--\r\n";

        assertThat(browser(applicant)
                        .withToken(page, "POST", page + "/materials", form, "multipart/form-data; boundary=edge")
                        .body())
                .contains("还没有选择文件");
    }

    @Test
    @DisplayName(
            "an order with one place twice, with foreign files or odd numbers, and titles with markup are refused; what was typed stays")
    void oddOrders() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "顺序有误");
        String foreign =
                material(givenSubmitted("city-440100", "T01", "海工装备数字孪生").id(), "evidence.pdf");
        String one = material(id, "audit-report-1.pdf");
        String two = material(id, "audit-report-2.pdf");
        String page = "/portal/applications/" + id;

        for (String odd : List.of(
                "place.%s=1&place.%s=1".formatted(one, two),
                "place.%s=0".formatted(one),
                "place.%s=-1".formatted(one),
                "place.%s=x".formatted(one),
                "place.%s=1".formatted(foreign),
                "place.x=1",
                "place.99999999999999999999=1",
                "place.%s=1&title.%s=%s".formatted(one, one, "长".repeat(500)),
                "place.%s=1&title.%s=<b>".formatted(one, one))) {
            Answer answer = browser(applicant).withToken(page, "POST", page + "/materials/order", odd, FORM);
            assertThat(answer.body()).as(odd).contains("未能办理");
        }
        assertThat(browser(applicant)
                        .withToken(
                                page,
                                "POST",
                                page + "/materials/order",
                                "place.%s=1&place.%s=1&title.%s=留着".formatted(one, two, one),
                                FORM)
                        .body())
                .contains("value=\"留着\"");
    }

    @Test
    @DisplayName(
            "a replaced or removed file can be brought back until the next submission, and each version keeps its own")
    void broughtBack() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "恢复材料");
        String first = material(id, "evidence.pdf");
        String page = "/portal/applications/" + id;
        applicant
                .client()
                .attach(id, "EVIDENCE", "evidence.pdf", samples.content("audit-report-1.pdf"))
                .ok();

        assertThat(browser(applicant).send("GET", page, null).body()).contains("已替换或删除的文件（1 份");
        assertThat(browser(applicant)
                        .withToken(page, "POST", page + "/materials/" + first + "/restore", "x=", FORM)
                        .status())
                .isEqualTo(302);
        assertThat(material(id, "evidence.pdf")).isEqualTo(first);
        assertThat(browser(applicant)
                        .withToken(page, "POST", page + "/materials/" + first + "/restore", "x=", FORM)
                        .status())
                .isEqualTo(404);
        assertThat(browser(givenApplicant())
                        .withToken("/account/password", "POST", page + "/materials/" + first + "/restore", "x=", FORM)
                        .status())
                .isEqualTo(404);

        applicant.client().submit(id, "key").ok();
        settle();
        complete("city-440100", ACCEPT, taskOf(id), Map.of("outcome", "RETURN", "grounds", "请补正"))
                .ok();
        assertThat(browser(applicant).send("GET", page, null).body()).doesNotContain("已替换或删除的文件");
    }

    @Test
    @DisplayName("a colleague comes in by a link of one use, with a sign-in of one's own, into the same applicant")
    void invited() {
        givenRound();
        Applicant first = givenApplicant();
        String id = givenDraft(first, "city-440100", "T01", "两人办理");
        String token = invitation(first, "colleague-" + first.email());

        assertThat(stranger("GET", "/join?token=" + token, "")).contains("测试单位", "接受邀请");
        assertThat(join(token, "another@example.org", "second." + id).body()).contains("不是收到邀请的邮箱");
        assertThat(join(token, "colleague-" + first.email(), "second." + id).status())
                .isEqualTo(302);
        assertThat(join(token, "colleague-" + first.email(), "third." + id).status())
                .isEqualTo(404);

        OfficerClient second = new OfficerClient(base(), "second." + id, "Testing-123");
        assertThat(second.send("GET", "/portal/applications/" + id, null).body())
                .contains("两人办理");
        second.withToken("/portal/applications/" + id, "POST", "/portal/applications/" + id + "/submit", "x=", FORM);
        assertThat(jdbc.sql("select actor from application_event where application_id = :id and to_state = 'SUBMITTED'")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("second." + id);
        assertThat(browser(first).send("GET", "/portal/people", null).body()).contains("second." + id, "已接受");
    }

    @Test
    @DisplayName(
            "an invitation that was taken back, has expired or is made up opens nothing; nobody takes back another's")
    void voidInvitations() {
        givenRound();
        Applicant one = givenApplicant();
        Applicant other = givenApplicant();
        String revoked = invitation(one, "r-" + one.email());
        String number = jdbc.sql("select max(id) from applicant_invitation")
                .query(String.class)
                .single();

        assertThat(browser(other)
                        .withToken("/portal/people", "POST", "/portal/people/" + number + "/revoke", "x=", FORM)
                        .status())
                .isEqualTo(404);
        assertThat(browser(one)
                        .withToken("/portal/people", "POST", "/portal/people/" + number + "/revoke", "x=", FORM)
                        .status())
                .isEqualTo(302);
        assertThat(join(revoked, "r-" + one.email(), "revoked.one").status()).isEqualTo(404);
        assertThat(join("made-up", "r-" + one.email(), "madeup.one").status()).isEqualTo(404);

        String late = invitation(one, "e-" + one.email());
        whenClockShows("12-06T10:00:00");
        assertThat(join(late, "e-" + one.email(), "late.one").status()).isEqualTo(404);
        assertThat(browser(one).send("GET", "/portal/people", null).body()).contains("已撤销", "已过期");
        assertThat(jdbc.sql(
                                "select count(*) from applicant_account where username in ('revoked.one', 'madeup.one', 'late.one')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("invitations taken back at once do not let an account mail strangers without end")
    void noLettersWithoutEnd() {
        givenRound();
        Applicant one = givenApplicant();
        for (int i = 0; i < 20; i++) {
            invitation(one, "stranger" + i + "@example.org");
            String number = jdbc.sql("select max(id) from applicant_invitation")
                    .query(String.class)
                    .single();
            browser(one).withToken("/portal/people", "POST", "/portal/people/" + number + "/revoke", "x=", FORM);
        }
        String last = "select count(*) from outbox where recipient = 'one-more@example.org'";

        assertThat(browser(one)
                        .submitPage("/portal/people", Map.of("email", "one-more@example.org"))
                        .body())
                .contains("24 小时");
        assertThat(jdbc.sql(last).query(Integer.class).single()).isZero();

        whenClockShows("12-01T09:00:00");
        browser(one).submitPage("/portal/people", Map.of("email", "one-more@example.org"));
        assertThat(jdbc.sql(last).query(Integer.class).single()).isOne();
    }

    @Test
    @DisplayName("one link, many clicks at once: one account")
    void usedAtOnce() throws Exception {
        givenRound();
        Applicant first = givenApplicant();
        String token = invitation(first, "race-" + first.email());
        List<Callable<Integer>> clicks = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> join(
                                token,
                                "race-" + first.email(),
                                "race" + i + "." + first.email().replaceAll("\\W", ""))
                        .status())
                .toList();
        assertThat(atOnce(clicks)).containsOnlyOnce(302);
        assertThat(jdbc.sql(
                                "select count(*) from applicant_account a join applicant p on p.id = a.applicant_id where p.contact_email = :email")
                        .param("email", first.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "R2.13 a file is replaced under another name in one step: title and place stay, the earlier one can be brought back; only one of the same kind, and only one's own")
    void replacedUnderAnotherName() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "换名替换");
        String two = material(id, "audit-report-2.pdf");
        String page = "/portal/applications/" + id;
        browser(applicant)
                .withToken(
                        page,
                        "POST",
                        page + "/materials/order",
                        "place.%s=1&title.%s=二〇二四年度".formatted(two, two),
                        FORM);

        Answer foreign = replace(
                applicant,
                id,
                "AUDIT_REPORT",
                "新.pdf",
                material(givenSubmitted("city-440100", "T01", "海工装备数字孪生").id(), "audit-report-2.pdf"));
        Answer otherKind = replace(applicant, id, "EVIDENCE", "新.pdf", two);
        Answer replaced = replace(applicant, id, "AUDIT_REPORT", "二〇二四年审计（更正）.pdf", two);

        assertThat(foreign.status()).isEqualTo(409);
        assertThat(otherKind.json().get("detail").asText()).contains("近三年财务审计报告");
        JsonNode reports = replaced.ok().json().get("materials");
        assertThat(reports.findValuesAsText("name"))
                .contains("二〇二四年审计（更正）.pdf", "audit-report-1.pdf")
                .doesNotContain("audit-report-2.pdf");
        assertThat(reports.findValuesAsText("title")).contains("二〇二四年度");
        assertThat(browser(applicant)
                        .send("GET", page + "?replace=" + material(id, "audit-report-1.pdf"), null)
                        .body())
                .contains("已替换或删除的文件（1 份", "audit-report-2.pdf")
                .containsPattern("<option[^>]*selected[^>]*>替换 [^<]*audit-report-1.pdf")
                .containsPattern("<option value=\"AUDIT_REPORT\"\\s+selected");
        assertThat(browser(applicant)
                        .withToken(page, "POST", page + "/materials/" + two + "/restore", "x=", FORM)
                        .status())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("the applicant's own file comes back as it was sent, never to run in our origin, and to nobody else")
    void ownFile() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "下载自己的材料");
        String page = "/portal/applications/" + id + "/materials/" + material(id, "evidence.pdf");

        HttpResponse<byte[]> file = asked(applicant, page);

        assertThat(file.body()).isEqualTo(attached.content("evidence.pdf"));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
        assertThat(asked(applicant, page, "Range", "bytes=0-4").body()).isEqualTo("%PDF-".getBytes());
        assertThat(asked(givenApplicant(), page).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "R3.7 what a duplicate's grounds say of another's project is told to no applicant: not on the page, not by the API, not by letter")
    void groundsOfADuplicate() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "被认定重复");
        timeline.add(
                project.id(),
                clock.now(),
                new Actor("demo", "dept-44"),
                "REVIEWED",
                "DUPLICATE",
                Grounds.byRule("R3.7", "与某某公司的申请相同"));

        String page = browser(project.applicant())
                .send("GET", "/portal/applications/" + project.id(), null)
                .body();
        String api = project.applicant().client().timeline(project.id()).ok().body();

        assertThat(page).contains("对方情况不予公开", Clauses.of("R3.7")).doesNotContain("某某公司");
        assertThat(api).contains("对方情况不予公开", "R3.7").doesNotContain("某某公司");
        assertThat(officer("city-440100")
                        .send("GET", "/dossier/" + project.id(), null)
                        .body())
                .contains("某某公司");
    }

    @Test
    @DisplayName("a part of a page asked for without a session leads to the sign-in, whether it reads or writes")
    void partsWithoutASession() throws Exception {
        for (String method : List.of("GET", "POST")) {
            HttpRequest request = HttpRequest.newBuilder(base().resolve("/portal"))
                    .header("HX-Request", "true")
                    .method(method, BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(method).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Redirect")).as(method).contains("/login");
        }
    }

    @Test
    @DisplayName(
            "a colleague's account is closed: the open session ends, the name is not given out again; nobody closes the own one or another applicant's")
    void colleagueLeaves() {
        givenRound();
        Applicant first = givenApplicant();
        String name = "leaves." + first.email().replaceAll("\\W", "");
        join(invitation(first, "l-" + first.email()), "l-" + first.email(), name);
        OfficerClient colleague = new OfficerClient(base(), name, "Testing-123");
        assertThat(colleague.send("GET", "/portal", null).status()).isEqualTo(200);

        assertThat(close(givenApplicant(), name).status()).isEqualTo(200);
        assertThat(close(first, first.client().username()).body()).contains("不能停用自己的账号");
        assertThat(colleague.send("GET", "/portal", null).status()).isEqualTo(200);
        assertThat(close(first, name).status()).isEqualTo(302);

        assertThat(colleague.send("GET", "/portal", null).status()).isEqualTo(302);
        assertThat(browser(first).send("GET", "/portal/people", null).body())
                .containsPattern(name + "</dt>[^/]*</span><span>，[^<]* 停用");
        assertThat(join(invitation(first, "m-" + first.email()), "m-" + first.email(), name)
                        .body())
                .contains("已被使用");
        assertThat(jdbc.sql("select person from record_entry where action = 'colleague.closed' and grounds = :name")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .isEqualTo(first.client().username());
    }

    @Test
    @DisplayName("R3.9 a withdrawal without the project's name or a reason → refused, and what was typed stays")
    void withdrawalAsks() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        String page = "/portal/applications/" + project.id() + "/withdraw";
        OfficerClient browser = browser(project.applicant());

        assertThat(browser.send("GET", "/portal/applications/" + project.id(), null)
                        .body())
                .contains("href=\"" + page + "\"")
                .doesNotContain("action=\"" + page);
        assertThat(browser.send("GET", page, null).ok().body()).contains("撤回后不能恢复", "政府引导、企业自愿", "319号第二条第（二）项");
        assertThat(browser.withToken(page, "POST", page, form("projectName", "别的项目", "reason", "调整投资"), FORM)
                        .body())
                .contains("所填项目名称与本项目不一致", "value=\"别的项目\"", "调整投资</textarea>");
        assertThat(browser.withToken(page, "POST", page, form("projectName", "海工装备数字孪生", "reason", " "), FORM)
                        .body())
                .contains("请填写撤回原因", "value=\"海工装备数字孪生\"");
        assertThat(browser.withToken(page, "POST", page, "", FORM).body()).contains("所填项目名称与本项目不一致");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("R3.9 a confirmed withdrawal → its reason is in the timeline and in letters to applicant and unit")
    void withdrawalIsKept() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        String page = "/portal/applications/" + project.id() + "/withdraw";
        OfficerClient browser = browser(project.applicant());

        browser.withToken(page, "POST", page, form("projectName", "海工装备数字孪生", "reason", "调整投资计划"), FORM);

        assertThat(state(project.id())).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(timeline.of(project.id()))
                .last()
                .satisfies(step -> assertThat(step.grounds()).isEqualTo("调整投资计划"));
        assertThat(letter("withdrawn-application", project.id()))
                .containsExactly(project.applicant().email());
        assertThat(letter("withdrawal", project.id())).containsExactly("city-440100@example.org");
        assertThat(browser.send("GET", page, null).ok().body())
                .contains("不能再撤回")
                .doesNotContain("<textarea");
    }

    @Test
    @DisplayName("R3.9 a withdrawal is sent twice at once → both pages say it is done; one step, one letter")
    void withdrawnTwiceAtOnce() throws Exception {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        String page = "/portal/applications/" + project.id() + "/withdraw";
        String typed = form("projectName", "海工装备数字孪生", "reason", "调整投资计划");
        Callable<Answer> click = () -> browser(project.applicant()).withToken("/portal", "POST", page, typed, FORM);

        assertThat(atOnce(List.of(click, click)))
                .allSatisfy(answer -> assertThat(answer.location()).endsWith(project.id() + "?withdrawn"));

        assertThat(timeline.of(project.id()))
                .filteredOn(step -> "调整投资计划".equals(step.grounds()))
                .hasSize(1);
        assertThat(letter("withdrawn-application", project.id())).hasSize(1);
        assertThat(project.applicant().client().withdraw(project.id(), "再撤").status())
                .as("a program is told")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("R3.9 a program's reason of 501 characters → refused in Chinese, nothing is withdrawn; of 500 → taken")
    void longReasonOfAProgram() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "海工装备数字孪生");

        Answer refused = project.applicant().client().withdraw(project.id(), "因".repeat(5000));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("撤回原因不能超过 500 个字");
        assertThat(project.applicant()
                        .client()
                        .withdraw(project.id(), "因".repeat(501))
                        .status())
                .isEqualTo(400);
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);

        project.applicant().client().withdraw(project.id(), "因".repeat(500)).ok();
    }

    @Test
    @DisplayName(
            "a draft's form without its version → refused with what was typed; the person then chooses by the button")
    void formWithoutVersion() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "无版本号");
        String page = "/portal/applications/" + id;
        applicant.client().edit(id, Map.of("summary", "同事的改动")).ok();

        for (String version : List.of("", "version=&", "version=%20&")) {
            Answer refused = browser(applicant).withToken(page, "POST", page, version + form("summary", "我填的简介"), FORM);

            assertThat(refused.body())
                    .as(version)
                    .contains("未能办理", "没有带上申请的版本号", "我填的简介</textarea>", "以本页填写的为准保存")
                    .doesNotContain("<input type=\"hidden\" name=\"version\"");
            assertThat(application(id).summary()).as(version).isEqualTo("同事的改动");
        }

        String chosen = "version=" + application(id).version() + "&" + form("summary", "我填的简介");
        assertThat(browser(applicant)
                        .withToken(page, "POST", page, chosen, FORM)
                        .status())
                .isEqualTo(302);
        assertThat(application(id).summary()).isEqualTo("我填的简介");
    }

    @Test
    @DisplayName("a draft is discarded on a page of its own, without name and reason, and no letter is sent")
    void draftIsDiscarded() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "写了一半");
        String page = "/portal/applications/" + id + "/withdraw";

        assertThat(browser(applicant).send("GET", page, null).ok().body())
                .contains("放弃后不能恢复", "放弃这份草稿")
                .doesNotContain("<textarea");
        assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
        browser(applicant).withToken(page, "POST", page, form("reason", "因".repeat(5000)), FORM);

        assertThat(state(id)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(timeline.of(id))
                .last()
                .satisfies(step -> assertThat(step.grounds()).isNull());
        assertThat(letter("withdrawn-application", id)).isEmpty();
    }

    /** Receivers of the letters of that kind about that application that tell the reason. */
    private List<String> letter(String kind, String id) {
        return jdbc.sql("select recipient from outbox where kind = :kind and body like :words")
                .param("kind", kind)
                .param("words", "%" + id + "%撤回原因：调整投资计划%")
                .query(String.class)
                .list();
    }

    private static String form(String... fields) {
        return IntStream.range(0, fields.length / 2)
                .mapToObj(n -> fields[2 * n] + "=" + URLEncoder.encode(fields[2 * n + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer close(Applicant applicant, String username) {
        return browser(applicant)
                .withToken("/portal/people", "POST", "/portal/people/close", "username=" + username, FORM);
    }

    private Answer replace(Applicant applicant, String id, String kind, String name, String replaced) {
        String address = "/api/applications/%s/materials/%s?name=%s&replaces=%s"
                .formatted(id, kind, URLEncoder.encode(name, StandardCharsets.UTF_8), replaced);
        return applicant
                .client()
                .call(
                        "PUT",
                        address,
                        BodyPublishers.ofByteArray(samples.content("evidence.pdf")),
                        "Content-Type",
                        "application/pdf");
    }

    private HttpResponse<byte[]> asked(Applicant applicant, String path, String... headers) throws Exception {
        String person = applicant.client().username() + ":Testing-123";
        HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(person.getBytes()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String invitation(Applicant applicant, String email) {
        assertThat(browser(applicant)
                        .withToken("/portal/people", "POST", "/portal/people", "email=" + email, FORM)
                        .status())
                .isEqualTo(302);
        String letter = jdbc.sql("select body from outbox where recipient = :email")
                .param("email", email)
                .query(String.class)
                .single();
        Matcher token = Pattern.compile("token=([\\w-]+)").matcher(letter);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Answer join(String token, String email, String username) {
        return OfficerClient.nobody(base())
                .withToken(
                        "/register",
                        "POST",
                        "/join",
                        "token=%s&email=%s&username=%s&password=Testing-123".formatted(token, email, username),
                        FORM);
    }

    private String stranger(String method, String path, String body) {
        return OfficerClient.nobody(base())
                .raw(method, path, BodyPublishers.ofString(body), FORM)
                .body();
    }

    private String material(String id, String name) {
        return jdbc.sql("select id from material where application_id = :id and name = :name and removed_at is null")
                .param("id", id)
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String openDraft() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "各栏目");
        return browser(applicant)
                .send("GET", "/portal/applications/" + id, null)
                .body();
    }

    private OfficerClient browser(Applicant applicant) {
        return new OfficerClient(base(), applicant.client().username(), "Testing-123");
    }

    /** The page shortly after these words. */
    private static String part(String page, String words) {
        assertThat(page).contains(words);
        int from = page.indexOf(words);
        return page.substring(from, Math.min(page.length(), from + 250));
    }
}
