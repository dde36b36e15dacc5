package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where models are released by a second person: over REST as the Modeler, and on the page. */
public abstract class ModelsByTwo extends StrictSignIn {

    private static final String TABLE = "video-length.dmn";
    private static final String SHORT = "&lt; 300";
    private static final String LONGER = "&lt; 301";

    private Answer handedIn;

    private ApplicantClient client(String name) {
        return new ApplicantClient(base(), name, "demo");
    }

    @BeforeEach
    void givenHandedIn() throws IOException {
        String table = Files.readString(Path.of("processes", TABLE));
        handedIn = Deployments.send(client("designer"), "Modeler", TABLE, table.replace(SHORT, LONGER));
    }

    @Test
    @DisplayName("a designer deploys → 200 says that it waits; the former table decides, the page shows who and what")
    void waits() {
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        assertThat(handedIn.body()).contains("尚未生效");
        assertThat(inForce()).contains(SHORT);
        assertThat(recorded("models.handed-in", "designer")).isOne();
        assertThat(officer("dept-44").send("GET", "/models", null).ok().body())
                .contains("等待发布", TABLE, "提交人：<span>designer</span>", "现在检查通过", LONGER.replace("&", "&amp;"));
        assertThat(officer("dept-44").send("GET", "/", null).ok().body()).contains("模型与规则表", "1 份部署等待发布");
    }

    @Test
    @DisplayName("a name of the deployment that nothing can keep → refused in words")
    void longName() throws IOException {
        Answer answer = Deployments.send(
                client("designer"), "长".repeat(256), TABLE, Files.readString(Path.of("processes", TABLE)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("不超过 255 个字符");
    }

    @Test
    @DisplayName("another person releases it → in force and on the record")
    void released() {
        Answer answer = decide("dept-44", "RELEASE");

        assertThat(answer.body()).contains("已发布");
        assertThat(inForce()).contains(LONGER);
        assertThat(recorded("models.released", "dept-44")).isOne();
    }

    @Test
    @DisplayName("another person sends it back → the former table stays")
    void sentBack() {
        assertThat(decide("dept-44", "RETURN").body()).contains("已退回");
        assertThat(inForce()).contains(SHORT);
        assertThat(recorded("models.sent-back", "dept-44")).isOne();
        assertThat(officer("designer").send("GET", "/models", null).ok().body())
                .as("whoever has handed it in reads why")
                .containsSubsequence("最近的发布和退回", "designer", "已退回", "dept-44", "已核对");
    }

    @Test
    @DisplayName("the designer releases it → refused in words, it waits on")
    void byTheDesigner() {
        assertThat(decide("designer", "RELEASE").body()).contains("没有发布模型的权限");
        assertThat(inForce()).contains(SHORT);
    }

    @Test
    @DisplayName("an office that has nothing to do with models → no page")
    void otherOffice() {
        assertThat(officer("city-440100").send("GET", "/models", null).status()).isEqualTo(403);
    }

    private Answer decide(String person, String decision) {
        String page = officer(person).send("GET", "/models", null).ok().body();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(page);
        long id =
                jdbc.sql("select max(id) from model_waiting").query(Long.class).single();
        return officer(person)
                .withToken(
                        "/models",
                        "POST",
                        "/models/waiting/" + id,
                        "decision=" + decision + "&grounds=" + URLEncoder.encode("已核对", StandardCharsets.UTF_8)
                                + "&seen=" + (seen.find() ? seen.group(1) : ""),
                        "application/x-www-form-urlencoded");
    }

    private String inForce() {
        return client("designer")
                .call("GET", "/engine-rest/decision-definition/key/video-length/xml", BodyPublishers.noBody())
                .ok()
                .json()
                .get("dmnXml")
                .asText();
    }

    private int recorded(String action, String person) {
        return jdbc.sql(
                        "select count(*) from record_entry where action = :action and person = :person and became like :files")
                .param("action", action)
                .param("person", person)
                .param("files", TABLE + " sha256:%")
                .query(Integer.class)
                .single();
    }
}
