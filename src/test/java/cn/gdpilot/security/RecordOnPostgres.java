package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.mail.NightlyAnchor;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordCheck;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.running.ApplicationOnPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** On PostgreSQL the database itself refuses to bend the record. */
@ApplicationOnPostgres
public abstract class RecordOnPostgres extends Journey {

    @Autowired
    RecordBook book;

    @Autowired
    RecordCheck check;

    @Autowired
    NightlyAnchor night;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set person = 'other'",
                "delete from record_entry",
                "truncate record_entry",
                "update record_anchor set hash = 'x'",
                "delete from record_anchor",
                "truncate record_anchor",
            })
    @DisplayName("update, delete and truncate of the record are refused, whoever asks")
    void appendOnly(String attack) {
        book.write(RecordEvent.of(Actor.SYSTEM, "test", "line", null));
        night.keep();

        assertThatThrownBy(() -> jdbc.sql(attack).update()).hasMessageContaining("append-only");
        assertThat(check.run().findings()).isEmpty();
    }
}
