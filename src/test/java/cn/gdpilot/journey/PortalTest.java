package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.wording.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The applicant's pages: what is open, what has to be corrected and where, who holds it now. */
class PortalTest extends Journey {

    private static final String ACCEPT = "UserTask_AcceptApplication";

    @Test
    @DisplayName("R2.13 a return names fields and materials: each shows its own remark, the rest the grounds")
    void returnedBesideTheField() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "补正要求");

        complete("city-440100", ACCEPT, taskOf(project.id()), Map.of(
                        "outcome", "RETURN",
                        "toCorrect", "[\"summary\",\"AUDIT_REPORT\"]",
                        "grounds", "请核对全文\n审计报告：缺 2023 年的\n联系人：电话打不通 <b>急</b>"))
                .ok();

        String page = browser(project.applicant()).send("GET", "/portal/applications/" + project.id(), null).body();
        assertThat(part(page, "id=\"summary-remark\"")).contains("请核对全文");
        assertThat(part(page, "id=\"AUDIT_REPORT-remark\"")).contains("缺 2023 年的").doesNotContain("请核对全文");
        assertThat(part(page, "id=\"contact-remark\"")).contains("电话打不通 &lt;b&gt;急&lt;/b&gt;");
        assertThat(page).doesNotContain("id=\"VIDEO-remark\"").contains("需要补正的内容共 3 处");

        project.applicant().client().submit(project.id(), "again").ok();
        assertThat(browser(project.applicant()).send("GET", "/portal/applications/" + project.id(), null).body())
                .doesNotContain("须补正：");
    }

    @Test
    @DisplayName("R2.13 a return that names what no application has, or is no list, is refused and nothing happens")
    void oddItems() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "补正要求二");

        for (String odd : List.of("[\"seriousDishonesty\"]", "[\"<b>\"]", "summary", "[null]", "{\"a\":1}", "[[\"summary\"]]")) {
            Answer answer = complete("city-440100", ACCEPT, taskOf(project.id()), Map.of("outcome", "RETURN", "toCorrect", odd, "grounds", "请补正"));
            assertThat(answer.status()).as(odd).isBetween(400, 499);
        }

        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(jdbc.sql("select count(*) from correction where application_id = :id").param("id", project.id()).query(Integer.class).single())
                .isZero();
    }

    @Test
    @DisplayName("what the form lets a reviewer tick is what the application has, in the same words")
    void formAndFieldsAgree() throws IOException {
        JsonNode form = new ObjectMapper().readTree(Path.of("forms/accept-application.form").toFile());
        List<String> offered = new ArrayList<>();
        form.path("components").forEach(part -> {
            if (part.path("key").asText().equals("toCorrect")) {
                part.path("values").forEach(value -> offered.add(value.path("value").asText() + "=" + value.path("label").asText()));
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
        applicant.client().edit(id, Map.of("built", false, "registeredIn", "OTHER", "legalPerson", false, "commitmentLetter", false)).ok();

        JsonNode findings = applicant.client().check(id).ok().json().get("findings");
        String page = browser(applicant).send("GET", "/portal/applications/" + id, null).body();

        assertThat(findings.findValuesAsText("field")).contains("built", "registeredIn", "legalPerson", "commitmentLetter");
        assertThat(findings.findValuesAsText("rule")).hasSameSizeAs(findings).allSatisfy(rule -> assertThat(rule).matches("R\\d+\\.\\d+"));
        assertThat(page).contains("href=\"#built\"", "href=\"#registeredIn\"", "href=\"#legalPerson\"", "id=\"legalPerson\"");
        assertThat(page).contains("由人工判断").contains("R2.3");
    }

    @Test
    @DisplayName("R1.2 R1.3 R2.8 directions that can not be chosen are shown with the reason")
    void directionsWithReasons() {
        givenRound();
        Submitted first = givenSubmitted("city-440100", "T01", "已占用的类型");
        String second = first.applicant().client().begin(Map.of("unit", "city-440100", "projectName", "第二个")).ok().json().get("id").asText();
        String atTheCa = first.applicant().client().begin(Map.of("unit", "ca-44", "projectName", "第三个")).ok().json().get("id").asText();

        String city = browser(first.applicant()).send("GET", "/portal/applications/" + second, null).body();
        String ca = browser(first.applicant()).send("GET", "/portal/applications/" + atTheCa, null).body();

        assertThat(city).containsPattern("<option disabled[^>]*>N01 [^<]*由省通信管理局负责[^<]*R1\\.2");
        assertThat(city).containsPattern("<option disabled[^>]*>T02 [^<]*已有申请 " + first.id() + "[^<]*R2\\.8");
        assertThat(ca).containsPattern("<option disabled[^>]*>T01 [^<]*不由省通信管理局负责[^<]*R1\\.3");
        assertThat(ca).containsPattern("<option value=\"N01\"");
    }

    @Test
    @DisplayName("the overview and the page tell the next step and which office holds it, and no person")
    void nextStepAndHolder() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "谁在办理");
        OfficerClient browser = browser(project.applicant());

        assertThat(browser.send("GET", "/portal", null).body()).contains("等待推荐单位审核材料", "广州市工业和信息化局");
        whenAccepted("city-440100", project.id());
        assertThat(browser.send("GET", "/portal", null).body()).contains("等待推荐单位排定推荐顺序");
        whenListed("city-440100", List.of(project.id()));
        assertThat(browser.send("GET", "/portal/applications/" + project.id(), null).body()).contains("等待推荐材料送达上级并审核");
        registerArrival("dept-44", "city-440100").ok();

        String page = browser.send("GET", "/portal/applications/" + project.id(), null).body();
        assertThat(part(page, "目前由谁办理")).contains("省工业和信息化厅");
        assertThat(page).doesNotContain("dept-44", "city-440100-lead");
    }

    private String openDraft() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "各栏目");
        return browser(applicant).send("GET", "/portal/applications/" + id, null).body();
    }

    private OfficerClient browser(Applicant applicant) {
        return new OfficerClient(base(), applicant.client().username(), "Testing-123");
    }

    /** What stands shortly after these words. */
    private static String part(String page, String words) {
        assertThat(page).contains(words);
        int from = page.indexOf(words);
        return page.substring(from, Math.min(page.length(), from + 250));
    }
}
