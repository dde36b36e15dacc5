package cn.gdpilot.domain.deadline.extension;

import static cn.gdpilot.domain.deadline.DeadlineFixture.announced;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which later dates may be asked for; each row tells the words of the refusal, none where it may. */
class LaterDateTest {

    @ParameterizedTest(name = "{0} {1} becomes {2} at {3}: {4}")
    @CsvSource(
            nullValues = "allowed",
            value = {
                "CITY, 12-08T17:30:00, 12-08T17:30:01, 12-01T09:00:00, allowed",
                "CITY, 12-08T17:30:00, 12-08T17:30:00, 12-01T09:00:00, 须晚于现在的截止时间（2026年12月8日 17:30）",
                "CITY, 12-08T17:30:00, 12-08T17:29:59, 12-01T09:00:00, 须晚于现在的截止时间",
                // A city's date may equal the ministry's 24:00 of 12-20, not pass it.
                "CITY, 12-08T17:30:00, 12-21T00:00:00, 12-01T09:00:00, allowed",
                "CITY, 12-08T17:30:00, 12-21T00:00:01, 12-01T09:00:00, 不能晚于报部截止（2026年12月20日 24:00）",
                "MINISTRY, 12-21T00:00:00, 12-21T00:00:01, 12-01T09:00:00, allowed",
                "MINISTRY, 12-21T00:00:00, 2027-01-01T00:00:00, 12-01T09:00:00, allowed",
                "MINISTRY, 12-21T00:00:00, 12-21T00:00:00, 12-01T09:00:00, 须晚于现在的截止时间（2026年12月20日 24:00）",
                // After the deadline: the new one lies ahead, by a nanosecond at least.
                "CITY, 12-08T17:30:00, 12-09T09:00:00, 12-09T08:59:59.999999999, allowed",
                "CITY, 12-08T17:30:00, 12-09T09:00:00, 12-09T09:00:00, 须晚于现在",
                "MINISTRY, 2027-01-01T00:00:00, 2027-01-01T00:00:01, 2027-01-01T00:00:00, allowed",
                // Two years ahead of the clock, and a second more.
                "MINISTRY, 12-21T00:00:00, 2028-12-01T09:00:00, 12-01T09:00:00, allowed",
                "MINISTRY, 12-21T00:00:00, 2028-12-01T09:00:01, 12-01T09:00:00, 最晚为两年之后（2028年12月1日 09:00）",
                "MINISTRY, 12-21T00:00:00, 9999-12-31T23:59:59, 12-01T09:00:00, 请核对年份"
            })
    @DisplayName("R4.1 R4.3 a date ahead, later, within two years, a city's not after the ministry's → allowed")
    void check(DeadlineKind kind, String was, String becomes, String now, String refusal) {
        LaterDate later = new LaterDate(round(), kind, deadline(was), at(becomes));
        Refusal refused = catchThrowableOfType(Refusal.class, () -> later.check(at(now)));
        if (refusal == null) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused).hasMessageContaining(refusal);
        }
    }

    @Test
    @DisplayName("the round is void → no date of it becomes later, and the refusal says so")
    void voidRound() {
        LaterDate later =
                new LaterDate(voided(), DeadlineKind.MINISTRY, deadline("12-21T00:00:00"), at("2027-01-10T17:30:00"));
        assertThatThrownBy(() -> later.check(at("12-15T09:00:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经作废");
    }

    @Test
    @DisplayName("the result is announced → no date of the round becomes later")
    void announcedRound() {
        LaterDate later = new LaterDate(
                announced(), DeadlineKind.MINISTRY, deadline("12-21T00:00:00"), at("2027-01-10T17:30:00"));
        assertThatThrownBy(() -> later.check(at("2027-01-01T00:00:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经公布结果");
    }
}
