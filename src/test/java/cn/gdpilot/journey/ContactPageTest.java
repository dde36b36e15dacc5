package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An office changes its own contact data on its page, by two people; letters and applicants' pages use them. */
class ContactPageTest extends Journey {

    private static final String CITY = "city-445100";
    private static final String PAGE = "/desk/contacts/" + CITY;
    private static final Pattern CHANGE = Pattern.compile(PAGE + "/changes/(\\d+)");
    private static final String NEW = "chaozhou@gov.example.org";

    @Test
    @DisplayName("handler proposes, lead confirms → letters, the applicant's page and the record have it")
    void changedByTwo() {
        givenRound();
        assertThat(propose(CITY, Map.of()).body()).contains("已提出，等待签发人确认");
        assertThat(page(officer(CITY + "-lead"), "/").ok().body()).contains("联系方式（1 项待确认）");
        assertThat(decide(CITY, "CONFIRM").body()).contains("由本单位签发人确认");

        assertThat(decide(CITY + "-lead", "CONFIRM").body()).contains("已确认，随即生效");

        Submitted submitted = givenSubmitted(CITY, "F01", "陶瓷窑炉数字化");
        assertThat(page(portal(submitted.applicant()), "/portal/applications/" + submitted.id())
                        .body())
                .contains("联系人：赵六（电话 0768-7654321）");
        assertThat(receipt(submitted)).contains("联系人：赵六（电话 0768-7654321）");
        givenRound();
        assertThat(recipient("opening/" + round + "/" + CITY)).isEqualTo(NEW);
        assertThat(jdbc.sql("select was from record_entry where action = 'unit-contact.confirmed' and subject = :city")
                        .param("city", CITY)
                        .query(String.class)
                        .list())
                .anyMatch(was -> was.contains("经办邮箱=city-445100@example.org"));
    }

    @Test
    @DisplayName("an address nobody can write to → refused beside its field, and all that was typed stays")
    void beside() {
        Answer answer = propose("city-445200", "city-445200", Map.of("email", "周三@example.org", "people", "孙七"));

        assertThat(answer.body())
                .contains("有 2 栏需要改正", "id=\"email-remark\"", "电子邮箱格式不正确", "id=\"people-remark\"", "姓名，电话")
                .contains("周三@example.org", ">孙七</textarea>", "人员调整");
    }

    @Test
    @DisplayName("another office or an applicant → may not change it; the applicant does not see the page")
    void others() {
        assertThat(propose("city-445200", CITY, Map.of("email", "x@gov.example.org"))
                        .body())
                .contains("由本单位经办人员提出修改");
        assertThat(page(officer("city-445200"), PAGE).body()).doesNotContain("提出修改</h2>");
        assertThat(page(portal(givenApplicant()), PAGE).status()).isEqualTo(403);
        assertThat(page(officer("expert"), PAGE).status()).isEqualTo(403);
    }

    private Answer propose(String city, Map<String, String> changed) {
        return propose(city, city, changed);
    }

    private Answer propose(String account, String city, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "seen", "0",
                "email", NEW,
                "leadEmail", "",
                "people", "赵六，0768-7654321",
                "address", "潮州市某路3号",
                "mailbox", "",
                "grounds", "人员调整"));
        fields.putAll(changed);
        return officer(account).submitPage("/desk/contacts/" + city, fields);
    }

    private Answer decide(String account, String decision) {
        Matcher change = CHANGE.matcher(page(officer(CITY + "-lead"), PAGE).ok().body());
        assertThat(change.find()).isTrue();
        return officer(account)
                .withToken(PAGE, "POST", change.group(), "decision=" + decision, "application/x-www-form-urlencoded");
    }

    private String receipt(Submitted submitted) {
        return jdbc.sql("select body from outbox where kind = 'receipt' and recipient = :to")
                .param("to", submitted.applicant().email())
                .query(String.class)
                .single();
    }

    private String recipient(String key) {
        return jdbc.sql("select recipient from outbox where dedup_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private OfficerClient portal(Applicant applicant) {
        return new OfficerClient(base(), applicant.client().username(), "Testing-123");
    }

    private static Answer page(OfficerClient person, String path) {
        return person.send("GET", path, null);
    }
}
