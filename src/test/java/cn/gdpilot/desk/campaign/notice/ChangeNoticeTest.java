package cn.gdpilot.desk.campaign.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundEditions;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A running round keeps the lists with which it began; a change takes two people and grounds. */
class ChangeNoticeTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        private static final String LIST = "round-days.csv";
        private static final Person HANDLER = new Person("dept-44", Set.of("dept-44"));
        private static final Person LEAD = new Person("dept-44-lead", Set.of("dept-44-lead"));

        @Autowired
        ChangeNotice change;

        @Autowired
        RoundLists lists;

        @Autowired
        RoundEditions editions;

        @Autowired
        RoundDays days;

        private Round round;
        private String longer;

        @BeforeEach
        void givenRoundWithLists() {
            assertThat(days.of("", Period.CORRECTION)).isEqualTo(5);
            round = givenRound();
            lists.keepAll(round.id());
            longer = lists.text(round.id(), LIST).replace("CORRECTION,5", "CORRECTION,8");
        }

        @Test
        @DisplayName("R2.13 asked with grounds and released by another person → the round's next edition, others stay")
        void released() {
            change.ask(round.id(), LIST, 1, longer, "补正时间不够", HANDLER);
            assertThat(days.of(round.id(), Period.CORRECTION)).isEqualTo(5);

            change.decide(round.id(), waiting(), true, "", LEAD);

            assertThat(days.of(round.id(), Period.CORRECTION)).isEqualTo(8);
            assertThat(editions.newest(round.id(), LIST)).isEqualTo(2);
            assertThat(days.of(givenRound().id(), Period.CORRECTION)).isEqualTo(5);
        }

        @Test
        @DisplayName("released by the one who asked, or by nobody who signs → refused, the edition stays")
        void alone() {
            change.ask(round.id(), LIST, 1, longer, "补正时间不够", LEAD);

            refused("另一人", () -> change.decide(round.id(), waiting(), true, "", LEAD));
            refused("签发人", () -> change.decide(round.id(), waiting(), true, "", HANDLER));
            assertThat(days.of(round.id(), Period.CORRECTION)).isEqualTo(5);
        }

        @Test
        @DisplayName("a text that cannot be read, no grounds, an edition of before → refused")
        void unfit() {
            refused("读不出来", () -> change.ask(round.id(), LIST, 1, longer.replace("8,", "0,"), "理由", HANDLER));
            refused("表头", () -> change.ask(round.id(), LIST, 1, "乱写", "理由", HANDLER));
            refused("没有改动", () -> change.ask(round.id(), LIST, 1, lists.text(round.id(), LIST), "理由", HANDLER));
            refused("理由", () -> change.ask(round.id(), LIST, 1, longer, " ", HANDLER));
            refused("新的一版", () -> change.ask(round.id(), LIST, 0, longer, "理由", HANDLER));
        }

        @Test
        @DisplayName("sent back → with grounds, the edition stays, and it is decided once")
        void declined() {
            change.ask(round.id(), LIST, 1, longer, "补正时间不够", HANDLER);
            long id = waiting();

            refused("理由", () -> change.decide(round.id(), id, false, "", LEAD));
            change.decide(round.id(), id, false, "维持五个工作日", LEAD);

            refused("已经办理", () -> change.decide(round.id(), id, true, "", LEAD));
            assertThat(days.of(round.id(), Period.CORRECTION)).isEqualTo(5);
        }

        private long waiting() {
            return editions.changes(round.id()).get(0).id();
        }

        private static void refused(String words, Runnable work) {
            assertThatThrownBy(work::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
        }
    }
}
