package cn.gdpilot.domain.deadline.closing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.EvidenceDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What offices and applicants read when a deadline has closed a list. */
class ClosingLettersTest extends DataTest {

    private static final String CITY = "city-440700";

    @Autowired
    private Outbox outbox;

    @Autowired
    private UnitContacts contacts;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private QuotaTable quotas;

    @Autowired
    private EvidenceDays evidence;

    private Round round;
    private ClosingLetters letters;

    @BeforeEach
    void lists() {
        round = givenRound();
        givenList(CITY);
        givenList(Unit.DEPARTMENT);
        letters = new ClosingLetters(outbox, units, contacts, applications, timeline, recommendations, evidence);
    }

    @Test
    @DisplayName("R4.3 Department late → the applicant's letter names the Department and the ministry")
    void departmentLate() {
        given(CITY, "ARRIVED", true);
        given(Unit.DEPARTMENT, "MISSED", true);

        assertThat(toApplicant(ApplicationState.FORWARDED, false))
                .contains(
                        name(Unit.DEPARTMENT) + "的期限经批准重新开放",
                        "由" + name(Unit.MINISTRY) + "凭证补登送达时间",
                        "请与" + name(Unit.DEPARTMENT) + "联系")
                .doesNotContain(name(CITY));
    }

    @Test
    @DisplayName("R4.1 city late, its list on its way → the letter names the city and the Department")
    void cityLate() {
        given(CITY, "MISSED", true);

        assertThat(toApplicant(ApplicationState.RECOMMENDED, false))
                .contains(name(CITY) + "的期限经批准重新开放", "由" + name(Unit.DEPARTMENT) + "凭证补登送达时间");
    }

    @Test
    @DisplayName("R4.7 nothing was on its way → no letter speaks of evidence")
    void notSent() {
        given(CITY, "MISSED", false);

        assertThat(toApplicant(ApplicationState.RANKED, false)).doesNotContain("补登");
        assertThat(toOffice()).doesNotContain("补登").contains("请与" + name(Unit.DEPARTMENT) + "联系");
    }

    @Test
    @DisplayName("R4.1 a list has arrived, one application is undecided → its unit's deadline closed it")
    void undecided() {
        given(CITY, "ARRIVED", true);

        assertThat(toApplicant(ApplicationState.SUBMITTED, true))
                .contains(name(CITY) + "的期限经批准重新开放")
                .doesNotContain("补登");
    }

    @Test
    @DisplayName("R4.1 the CA's application was not corrected in time → its letter speaks of no window opened again")
    void uncorrectedAtTheCa() {
        assertThat(toApplicant(Unit.COMMUNICATIONS, ApplicationState.RETURNED, true))
                .doesNotContain("重新开放");
        assertThat(toApplicant(Unit.COMMUNICATIONS, ApplicationState.SUBMITTED, true))
                .contains(name(Unit.COMMUNICATIONS) + "的期限经批准重新开放");
    }

    @Test
    @DisplayName("R4.7 list on its way → the office's letter says who enters evidence, and until which day")
    void evidenceUntil() {
        given(CITY, "MISSED", true);

        assertThat(toOffice())
                .contains("由" + name(Unit.DEPARTMENT) + "在 " + evidence.last(round.id(), round.city()) + "（含当日）之前");
    }

    private void givenList(String unit) {
        recommendations.open(round.id(), units.get(unit), quotas.of(units.get(unit)), "test");
    }

    private void given(String unit, String state, boolean sent) {
        jdbc.sql("update recommendation set state = :state, sent_at = :sent where id = :id")
                .param("state", state)
                .param("sent", sent ? java.sql.Timestamp.from(round.openedAt()) : null)
                .param("id", Recommendation.idOf(round.id(), unit))
                .update();
    }

    private String toApplicant(ApplicationState was, boolean undecided) {
        return toApplicant(CITY, was, undecided);
    }

    private String toApplicant(String unit, ApplicationState was, boolean undecided) {
        String id = givenApplication(round, unit, was);
        applications.advance(id, ApplicationState.MISSED_DEADLINE, Actor.SYSTEM, Grounds.byRule("R4.1", "未在截止时间前报出"));

        letters.tell(new ClosedBatch(1, 1, undecided, List.of(id)));

        return body("missed/" + id + "/1");
    }

    private String toOffice() {
        Deadline deadline = round.city();
        Recommendation list = recommendations.get(round.id(), CITY);

        letters.tell(round, List.of(list), deadline);

        return body("missed/" + list.id() + "/" + deadline.lastMoment().getEpochSecond() + "/" + CITY);
    }

    private String body(String key) {
        return jdbc.sql("select body from outbox where dedup_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private String name(String unit) {
        return units.get(unit).name();
    }
}
