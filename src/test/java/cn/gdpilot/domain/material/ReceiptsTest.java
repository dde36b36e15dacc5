package cn.gdpilot.domain.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** The chain of receipts: one a submission, without gaps, and no change goes unseen. */
class ReceiptsTest {

    private static final Instant AT = Instant.parse("2026-12-08T09:30:00.123456Z");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Receipts receipts;

        @Autowired
        Recommendations lists;

        @Autowired
        QuotaTable quotas;

        @Test
        @DisplayName("R4.1 two submissions → two receipts that follow each other and are genuine")
        void chained() {
            String id = givenSubmitted("first", "second");

            Receipt first = receipts.issue(id, 1, "key-1", AT, "first");
            Receipt second = receipts.issue(id, 2, "key-2", AT.plusSeconds(60), "second");

            assertThat(second.chainNo()).isEqualTo(first.chainNo() + 1);
            assertThat(second.previousHash()).isEqualTo(first.hash());
            assertThat(first.number()).isEqualTo("HZ-%08d".formatted(first.chainNo()));
            assertThat(receipts.of(id)).hasSize(2).allMatch(receipts::genuine);
            assertThat(receipts.latest(id)).map(Receipt::number).contains(second.number());
            assertThat(receipts.find(first.number())).map(Receipt::subject).contains(id);
            assertThat(receipts.byKey(id, "key-1")).map(Receipt::number).contains(first.number());
            assertThat(receipts.byKey(id, "key-3")).isEmpty();
            assertThat(receipts.byKey("GD1999-1", "key-1")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update receipt set arrived_at = arrived_at - interval '1' minute where application_id = :id",
                    "update receipt set content_hash = repeat('0', 64) where application_id = :id",
                    "update receipt set previous_hash = repeat('1', 64) where application_id = :id",
                    "update receipt set version = 7 where application_id = :id",
                    "update application_snapshot set content = 'other' where application_id = :id",
                    "delete from application_snapshot where application_id = :id"
                })
        @DisplayName("R4.1 receipt or what it is about changed afterwards → no longer genuine")
        void changed(String change) {
            String id = givenSubmitted("first");
            Receipt issued = receipts.issue(id, 1, null, AT, "first");
            assertThat(receipts.genuine(again(issued))).isTrue();

            jdbc.sql(change).param("id", id).update();

            assertThat(receipts.genuine(again(issued))).isFalse();
        }

        @Test
        @DisplayName("R4.1 a list's delivery → a receipt in the same chain, with its words")
        void ofList() {
            Round round = givenRound();
            Unit city = units.get("city-440100");
            lists.open(round.id(), city, quotas.of(city), quotas.quotaSource(city));
            String list = lists.get(round.id(), city.id()).id();

            receipts.issueForList(list, 1, AT, "收到");
            Receipt second = receipts.issueForList(list, 2, AT, "收齐");

            assertThat(receipts.latestOfList(list)).map(Receipt::number).contains(second.number());
            assertThat(receipts.words(second)).contains("收齐");
            assertThat(second.subject()).isEqualTo(list);
            assertThat(receipts.genuine(again(second))).isTrue();
        }

        @Test
        @DisplayName("one submission → one receipt: the database refuses a second")
        void oneAVersion() {
            String id = givenSubmitted("first");
            receipts.issue(id, 1, "key-1", AT, "first");

            assertThatThrownBy(() -> receipts.issue(id, 1, "key-2", AT, "first"))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("one request key → one receipt an application: the database refuses a second")
        void oneAKey() {
            String id = givenSubmitted("first", "second");
            receipts.issue(id, 1, "key-1", AT, "first");

            assertThatThrownBy(() -> receipts.issue(id, 2, "key-1", AT, "second"))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Committed
        @Test
        @DisplayName("R4.1 two submissions in the same instant → one chain without gap or fork")
        void atOnceInOneChain() throws Exception {
            for (int i = 0; i < 5; i++) {
                String one = committed(() -> givenSubmitted("甲"));
                String other = committed(() -> givenSubmitted("乙"));

                List<Outcome<Receipt>> both = atOnce(
                        () -> receipts.issue(one, 1, null, AT, "甲"), () -> receipts.issue(other, 1, null, AT, "乙"));

                assertThat(both).allMatch(Outcome::committed);
                List<Receipt> issued = both.stream().map(Outcome::value).toList();
                assertThat(Math.abs(issued.get(0).chainNo() - issued.get(1).chainNo()))
                        .isEqualTo(1);
                assertThat(issued).allMatch(receipt -> receipts.genuine(again(receipt)));
            }
        }

        private Receipt again(Receipt receipt) {
            return receipts.find(receipt.number()).orElseThrow();
        }

        private String givenSubmitted(String... contents) {
            String id = givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED);
            for (String content : contents) {
                applications.arrived(id, AT, content);
            }
            return id;
        }
    }
}
