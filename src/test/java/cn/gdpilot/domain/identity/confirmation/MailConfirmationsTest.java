package cn.gdpilot.domain.identity.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A link confirms one address of one applicant, once, while it lasts. */
class MailConfirmationsTest {

    private static final String ADDRESS = "Someone@example.org";
    private static final Duration DAY = Duration.ofDays(1);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        MailConfirmations confirmations;

        private long applicant;

        @BeforeEach
        void given() {
            applicant = givenApplicant().id();
        }

        @Test
        @DisplayName(
                "link used → that address is confirmed, however it is written; another address or applicant is not")
        void confirmed() {
            String token = confirmations.issue(applicant, ADDRESS, DAY).token();

            assertThat(confirmations.confirm(token)).contains(applicant);

            assertThat(confirmations.isConfirmed(applicant, "someone@EXAMPLE.org"))
                    .isTrue();
            assertThat(confirmations.isConfirmed(applicant, "other@example.org"))
                    .isFalse();
            assertThat(confirmations.isConfirmed(givenApplicant().id(), ADDRESS))
                    .isFalse();
        }

        @Test
        @DisplayName("link that has expired, or is made up → confirms nothing; swept a day later")
        void expired() {
            String token = confirmations
                    .issue(applicant, ADDRESS, DAY.multipliedBy(-1).minusSeconds(1))
                    .token();

            assertThat(confirmations.confirm(token)).isEmpty();
            assertThat(confirmations.isUsed(token)).isFalse();
            assertThat(confirmations.confirm("made-up")).isEmpty();

            confirmations.sweep();
            assertThat(jdbc.sql("select count(*) from mail_confirmation where applicant_id = :id")
                            .param("id", applicant)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }

        @Test
        @DisplayName("letters of several applicants to one mailbox, however it is written → counted together")
        void toOneMailbox() {
            String mailbox = "victim-" + applicant + "@example.org";
            Instant before = Instant.parse("2020-01-01T00:00:00Z");
            confirmations.issue(applicant, mailbox, DAY);
            confirmations.issue(givenApplicant().id(), mailbox.toUpperCase(Locale.ROOT), DAY);

            assertThat(confirmations.sentTo(mailbox, before)).hasSize(2);
            assertThat(confirmations.sentTo("other-" + mailbox, before)).isEmpty();
        }

        @Test
        @DisplayName("what the table keeps → neither token nor address")
        void hashesOnly() {
            String token = confirmations.issue(applicant, ADDRESS, DAY).token();

            assertThat(jdbc.sql("select email_hash || token_hash from mail_confirmation where applicant_id = :id")
                            .param("id", applicant)
                            .query(String.class)
                            .single())
                    .matches("[0-9a-f]{128}")
                    .doesNotContain(token);
        }

        @Test
        @Committed
        @DisplayName("link used four times at the same moment → confirms once")
        void race() throws Exception {
            String token = confirmations.issue(applicant, ADDRESS, DAY).token();
            @SuppressWarnings("unchecked")
            Callable<Optional<Long>>[] four = IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<Optional<Long>>) () -> confirmations.confirm(token))
                    .toArray(Callable[]::new);

            assertThat(atOnce(four)).filteredOn(one -> one.value().isPresent()).hasSize(1);
        }
    }
}
