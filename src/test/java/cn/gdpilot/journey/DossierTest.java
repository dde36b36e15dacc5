package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dossier page: what was handed in each time, what changed, and what reviewers write down there. */
class DossierTest extends Journey {

    private static final String NOT_LOOKED_UP = "尚未查询申报主体的信用记录";
    private static final String ACCEPT = "UserTask_AcceptApplication";
    private static final String CITY = "city-440300";
    private static final String REPORT = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R/Size 4>>
            %%EOF
            """;

    @Test
    @DisplayName(
            "each submission can be looked at as it was, with what changed since the last; a draft between them is nobody's business")
    void versions() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "两次提交");
        String first = material(project.id(), "evidence.pdf");
        complete(
                        CITY,
                        ACCEPT,
                        taskOf(project.id()),
                        Map.of("outcome", "RETURN", "toCorrect", "[\"summary\"]", "grounds", "简介太短"))
                .ok();
        project.applicant()
                .client()
                .edit(project.id(), Map.of("summary", "改过的简介 <i>"))
                .ok();
        project.applicant()
                .client()
                .attach(project.id(), "EVIDENCE", "evidence.pdf", samples.content("audit-report-1.pdf"))
                .ok();
        project.applicant()
                .client()
                .attach(project.id(), "RESULT", "patent.pdf", samples.content("audit-report-2.pdf"))
                .ok();
        String draft = material(project.id(), "patent.pdf");

        assertThat(dossier(project.id(), "").body()).doesNotContain("改过的简介").contains("第 1 次提交的内容");
        assertThat(dossier(project.id(), "/materials/" + draft).status()).isEqualTo(404);

        project.applicant().client().submit(project.id(), "second").ok();
        String page = dossier(project.id(), "").body();
        assertThat(page).contains("与第 1 次提交相比", "简介太短", "改过的简介 &lt;i&gt;", "相关成果 · patent.pdf", "佐证材料 · evidence.pdf");
        assertThat(dossier(project.id(), "/versions/1").body())
                .contains("这是第 1 次提交的内容")
                .doesNotContain("改过的简介", "patent.pdf");
        assertThat(dossier(project.id(), "/materials/" + first).status()).isEqualTo(200);
        assertThat(dossier(project.id(), "/versions/3").status()).isEqualTo(404);
        assertThat(dossier(project.id(), "/versions/0").status()).isEqualTo(404);
        assertThat(dossier(project.id(), "/versions/x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("documents are previewed inside the page, videos are not handed out as pages")
    void previews() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "预览");

        Answer shown = dossier(project.id(), "/materials/" + material(project.id(), "evidence.pdf") + "/preview");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(dossier(project.id(), "/materials/" + material(project.id(), "video-330s.mp4") + "/preview")
                        .status())
                .isEqualTo(404);
        assertThat(dossier(project.id(), "/materials/" + material(project.id(), "index.docx") + "/preview")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("R2.12 a video of unknown length waits for a person who watches it; without that nothing is accepted")
    void watched() {
        givenRound();
        String id = givenUnknownVideo();
        String video = material(id, "video-330s.mp4");
        Map<String, String> accepted = Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN");

        Answer early = complete(CITY, ACCEPT, taskOf(id), accepted);
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).contains("R2.12");
        assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);

        watch(id, video, "minutes=3&seconds=20");
        complete(CITY, ACCEPT, taskOf(id), accepted).ok();
        thenBackToTheReviewer(id);
        watch(id, video, "minutes=6&seconds=30&remark=看到结尾");
        assertThat(dossier(id, "").body()).contains("时长 6 分 30 秒", "看到结尾");
        complete(CITY, ACCEPT, taskOf(id), accepted).ok();

        assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(watch(id, video, "minutes=5").body()).contains("不在本单位审核之中");
    }

    @Test
    @DisplayName("R2.12 what a reviewer saw counts more than what the file says of itself")
    void watchedAgainstTheFile() {
        givenRound();
        String id = givenSubmitted(CITY, "T01", "时长不实").id();

        assertThat(dossier(id, "").body()).contains("播放所见与之不符的");
        watch(id, material(id, "video-330s.mp4"), "minutes=3&seconds=20");

        assertThat(dossier(id, "").body()).contains("观看登记：3 分 20 秒");
        complete(CITY, ACCEPT, taskOf(id), Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"))
                .ok();
        thenBackToTheReviewer(id);
    }

    private void thenBackToTheReviewer(String id) {
        assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(officer(CITY).variable(tasks(CITY, ACCEPT).get(0), "view")).contains("各表未允许受理", "不足5分钟");
    }

    @ParameterizedTest
    @CsvSource({
        "minutes=0&seconds=0",
        "minutes=-1",
        "minutes=5&seconds=60",
        "minutes=601",
        "minutes=99999999999",
        "minutes=x",
        "seconds=10"
    })
    @DisplayName("R2.12 a length that no video has is refused and nothing is written")
    void oddLengths(String length) {
        givenRound();
        String id = givenUnknownVideo();

        assertThat(watch(id, material(id, "video-330s.mp4"), length).status()).isLessThan(500);
        assertThat(watch(id, material(id, "evidence.pdf"), "minutes=6").body()).contains("只能为视频登记");
        assertThat(watch(id, "999999", "minutes=6").body()).contains("没有这份材料");

        assertThat(jdbc.sql(
                                "select count(*) from video_watching w join material m on m.id = w.material_id where m.application_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("R2.3 the look-up is recorded in the dossier with its report, and acceptance needs no second answer")
    void creditWithReport() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "信用查询");

        assertThat(credit(project.id(), "", null).body()).contains("请选择查询结果");
        assertThat(credit(project.id(), "CLEAN", "MZ not a report").body()).contains("未能办理");
        assertThat(jdbc.sql("select count(*) from credit_lookup where application_id = :id")
                        .param("id", project.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(credit(project.id(), "CLEAN", REPORT).status()).isEqualTo(302);

        assertThat(dossier(project.id(), "").body()).contains("无严重失信记录（已附报告）", "credit.pdf");
        String lookup = jdbc.sql("select id from credit_lookup where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        assertThat(dossier(project.id(), "/credit/" + lookup).status()).isEqualTo(200);
        complete(CITY, ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT"))
                .ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.ACCEPTED);

        assertThat(dossier(project.id(), "").body()).contains(NOT_LOOKED_UP);
        assertThat(officer(CITY)
                        .send("GET", "/desk/recommendations/" + round + "/" + CITY, null)
                        .body())
                .as("what was looked up is no longer asked for")
                .contains("信用查询")
                .doesNotContain(NOT_LOOKED_UP);
    }

    @Test
    @DisplayName(
            "R2.3 a record of dishonesty cannot be talked away: the table sends the reviewer back with the finding")
    void creditContradicts() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "信用矛盾");
        credit(project.id(), "DISHONEST", null);

        Answer contradicting =
                complete(CITY, ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"));
        assertThat(contradicting.status()).isEqualTo(400);
        complete(CITY, ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT", "grounds", "材料齐全"))
                .ok();

        Task again = officer(CITY).tasks(ACCEPT).get(0);
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(officer(CITY).variable(again, "view")).contains("各表未允许受理", "失信");
        assertThat(officer(CITY).variable(again, "grounds"))
                .as("what was typed stays")
                .isEqualTo("材料齐全");
        Answer unsaid = officer(CITY).complete(again, Map.of("outcome", "REFUSE", "rule", "R2.3"));
        assertThat(unsaid.body())
                .as("grounds of the acceptance are none of the refusal")
                .contains("理由");
        assertThat(officer(CITY).complete(again, Map.of("grounds", "材料齐全")).status())
                .as("no decision")
                .isEqualTo(400);
    }

    @Test
    @DisplayName("R2.3 the registry's answer is a hint of a stand-in that says so, and decides nothing")
    void standIn() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "替代登记簿");

        officer(CITY)
                .withToken(
                        "/dossier/" + project.id(),
                        "POST",
                        "/dossier/" + project.id() + "/credit/query",
                        "x=",
                        "application/x-www-form-urlencoded");

        assertThat(dossier(project.id(), "").body()).contains("替代登记簿", "不能作为依据", "尚未登记查询结果");
        assertThat(complete(CITY, ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT"))
                        .body())
                .contains("R2.3");
    }

    private String givenUnknownVideo() {
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "时长未知" + applicant.email());
        byte[] video = samples.content("video-330s.mp4");
        int header = new String(video, StandardCharsets.ISO_8859_1).indexOf("mvhd");
        for (int i = header + 20; i < header + 24; i++) {
            video[i] = 0;
        }
        applicant.client().attach(id, "VIDEO", "video-330s.mp4", video).ok();
        applicant.client().submit(id, "key").ok();
        settle();
        return id;
    }

    private Answer watch(String id, String video, String length) {
        return officer(CITY)
                .withToken(
                        "/dossier/" + id,
                        "POST",
                        "/dossier/" + id + "/videos/" + video,
                        length,
                        "application/x-www-form-urlencoded");
    }

    private Answer credit(String id, String result, String report) {
        String boundary = "frontier";
        String file = report == null
                ? ""
                : "--%s\r\nContent-Disposition: form-data; name=\"report\"; filename=\"credit.pdf\"\r\n\r\n%s\r\n"
                        .formatted(boundary, report);
        String body = "--%s\r\nContent-Disposition: form-data; name=\"result\"\r\n\r\n%s\r\n%s--%s--\r\n"
                .formatted(boundary, result, file, boundary);
        return officer(CITY)
                .withToken(
                        "/dossier/" + id,
                        "POST",
                        "/dossier/" + id + "/credit",
                        body,
                        "multipart/form-data; boundary=" + boundary);
    }

    private Answer dossier(String id, String rest) {
        return officer(CITY).send("GET", "/dossier/" + id + rest, null);
    }

    private String material(String id, String name) {
        return jdbc.sql("select max(id) from material where application_id = :id and name = :name")
                .param("id", id)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
