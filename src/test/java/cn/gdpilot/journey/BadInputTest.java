package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear Chinese message and writes nothing. */
class BadInputTest extends Journey {

    @Test
    @DisplayName("a credit code with a wrong check character is refused")
    void wrongCheckCharacter() {
        Answer answer = register(Map.of("creditCode", "91440101MA00000011"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("校验位");
    }

    @Test
    @DisplayName("contacts that are longer than what is kept of them are refused by name, the draft stays")
    void longContacts() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "联系人过长");

        Answer name = applicant.client().edit(id, Map.of("contactName", "名".repeat(101)));
        Answer email = applicant
                .client()
                .edit(id, Map.of("contactEmail", "a".repeat(64) + "@" + "b".repeat(120) + "." + "c".repeat(20)));

        assertThat(List.of(name.status(), email.status())).containsOnly(400);
        assertThat(name.json().get("detail").asText()).contains("联系人不能超过 100 个字");
        assertThat(email.json().get("detail").asText()).contains("电子邮箱不能超过 200 个字符");
    }

    @Test
    @DisplayName("unknown fields of JSON are refused by name")
    void unknownField() {
        Answer answer = register(Map.of("favouriteColour", "blue"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("favouriteColour");
    }

    @Test
    @DisplayName("characters that nobody sees do not make another name; halves of characters are refused")
    void unseenCharacters() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "看不见的字符");

        Answer unseen = applicant.client().edit(id, Map.of("projectName", "智能\u200b工厂\u202e一期"));
        Answer half = applicant
                .client()
                .call(
                        "PATCH",
                        "/api/applications/" + id,
                        BodyPublishers.ofString("{\"summary\":\"a\\ud800b\"}"),
                        "Content-Type",
                        "application/json");
        Answer nul = applicant.client().edit(id, Map.of("summary", "a\u0000b"));

        assertThat(unseen.json().get("projectName").asText()).isEqualTo("智能工厂一期");
        assertThat(List.of(half.status(), nul.status())).containsOnly(400);
        assertThat(nul.json().get("detail").asText()).contains("无法保存的控制字符");
        assertThat(application(id).summary()).isEqualTo("测试项目");
    }

    @ParameterizedTest
    @DisplayName("JSON that says a thing twice, goes on after its end, or gives numbers for yes and no is refused")
    @ValueSource(strings = {"{\"summary\":\"a\",\"summary\":\"b\"}", "{\"summary\":\"a\"} x", "{\"legalPerson\":2}"})
    void looseJson(String body) {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "宽松的内容");

        Answer answer = applicant
                .client()
                .call(
                        "PATCH",
                        "/api/applications/" + id,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(application(id).summary()).isEqualTo("测试项目");
    }

    @Test
    @DisplayName("a file arrives whatever a client calls its body; one in a form's envelope is told how to come")
    void bodiesByOtherNames() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "内容类型");
        String address = "/api/applications/" + id + "/materials/EVIDENCE?name=a.pdf";
        byte[] file = samples.content("evidence.pdf");

        Answer asForm = applicant
                .client()
                .call(
                        "PUT",
                        address,
                        BodyPublishers.ofByteArray(file),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        Answer enveloped = applicant
                .client()
                .call(
                        "PUT",
                        address,
                        BodyPublishers.ofByteArray(file),
                        "Content-Type",
                        "multipart/form-data; boundary=x");

        assertThat(asForm.status()).isEqualTo(200);
        assertThat(enveloped.status()).isEqualTo(415);
        assertThat(enveloped.json().get("detail").asText()).contains("不要用 multipart 表单");
    }

    @Test
    @DisplayName("methods and addresses that the API does not have are told as problem details, in Chinese")
    void noSuchCall() {
        ApplicantClient client = givenApplicant().client();

        Answer method = client.call("DELETE", "/api/applications/GD2026-00001", BodyPublishers.noBody());
        Answer address = client.call("GET", "/api", BodyPublishers.noBody());
        Answer failure = client.call("GET", "/error", BodyPublishers.noBody());

        assertThat(method.json().get("detail").asText()).contains("不支持这种请求方法");
        assertThat(address.json().get("detail").asText()).contains("没有这个接口地址");
        assertThat(List.of(method.status(), address.status(), failure.status())).containsExactly(405, 404, 403);
    }

    @Test
    @DisplayName("R4.1 a round whose dates have passed can not be started")
    void datesInThePast() {
        givenRound();

        Answer answer = officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title",
                                "旧批次",
                                "cityDeadline",
                                "2020-12-08T17:30",
                                "ministryDeadline",
                                "2020-12-20T24:00"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("截止时间不能早于现在");
    }

    @Test
    @DisplayName("R2.13 files of zero bytes and programs named .pdf are refused")
    void badFiles() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "文件测试");

        Answer empty = applicant.client().attach(id, "EVIDENCE", "空.pdf", new byte[0]);
        Answer program = applicant.client().attach(id, "EVIDENCE", "程序.pdf", "MZ\u0090 program".getBytes());
        Answer path =
                applicant.client().attach(id, "EVIDENCE", "../../etc/passwd.pdf", samples.content("evidence.pdf"));

        assertThat(List.of(empty.status(), program.status(), path.status())).containsExactly(422, 422, 400);
        assertThat(empty.json().get("detail").asText()).contains("0 字节");
    }

    @Test
    @DisplayName(
            "R2.13 file names with control characters, of 300 characters or with a path are refused; emoji are kept, unseen characters dropped")
    void fileNames() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = applicant
                .client()
                .begin(Map.of("unit", "city-440100", "projectName", "文件名"))
                .ok()
                .json()
                .get("id")
                .asText();
        byte[] file = samples.content("evidence.pdf");

        for (String odd : List.of(
                "a\u0000b.pdf",
                "a\nb.pdf",
                "a\u007fb.pdf",
                "a\u2028b/c.pdf",
                "a\u2029b.pdf",
                "长".repeat(300) + ".pdf",
                "..\\b.pdf",
                "..",
                ".hidden.pdf",
                "\u202e")) {
            Answer refused = applicant.client().attach(id, "EVIDENCE", odd, file);
            assertThat(refused.status()).as(odd).isEqualTo(400);
            assertThat(refused.json().get("detail").asText()).as(odd).isNotBlank();
        }
        assertThat(applicant
                        .client()
                        .call(
                                "PUT",
                                "/api/applications/" + id + "/materials/EVIDENCE?name=a.pdf&replaces=x",
                                BodyPublishers.noBody())
                        .status())
                .isEqualTo(400);
        assertThat(applicant.client().get(id).json().get("materials")).isEmpty();
        applicant.client().attach(id, "EVIDENCE", "🎬🏭\u202e\u200b.pdf", file).ok();
        assertThat(applicant.client().get(id).json().get("materials").findValuesAsText("name"))
                .containsExactly("🎬🏭.pdf");
    }

    @Test
    @DisplayName("a task completed twice: the second gets a friendly conflict")
    void completedTwice() {
        givenRound();
        givenSubmitted("city-440100", "T01", "重复办理");
        Task task = tasks("city-440100", "UserTask_AcceptApplication").get(0);
        Map<String, String> answers = Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN");

        assertThat(officer("city-440100").complete(task, answers).status()).isEqualTo(204);
        Answer second = officer("city-440100").complete(task, answers);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("已办结");
    }

    @Test
    @DisplayName("R4.2 five of six sets on paper: what is missing is said, nothing is registered")
    void incompleteDelivery() {
        givenRound();
        Submitted project = givenAccepted("city-440100", "T01", "材料不齐");
        whenListed("city-440100", List.of(project.id()));
        Task arrival = tasks("dept-44", "UserTask_RegisterArrival").get(0);

        Answer answer =
                officer("dept-44").complete(arrival, Map.of("tableCopies", 2, "paperCopies", 5, "discCopies", 1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("R4.2").contains("纸质申报材料 1 套");
    }

    private Answer register(Map<String, String> change) {
        Map<String, String> form = new HashMap<>(Map.of(
                "creditCode", "91440101MA00000010",
                "name", "某单位",
                "applicantType", "INDUSTRIAL",
                "contactName", "某人",
                "contactPhone", "020-12345678",
                "contactEmail", "someone@example.org",
                "password", "Testing-123"));
        form.putAll(change);
        return new ApplicantClient(base(), "nobody", "nothing").register(form);
    }
}
