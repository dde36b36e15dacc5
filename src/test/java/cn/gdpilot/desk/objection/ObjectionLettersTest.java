package cn.gdpilot.desk.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.deadline.DeadlineFixture;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objection.Effect;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class ObjectionLettersTest {

    private static final String PROJECT = "GD2026-1";

    private final Outbox outbox = mock();
    private final Units units = mock();
    private final Applications applications = mock();
    private final ObjectionLetters letters =
            new ObjectionLetters(mock(), outbox, units, applications, mock(), mock(), mock(), "");

    @ParameterizedTest(name = "{0} on {2}, {3}, now {4} → {5}")
    @CsvSource({
        "city-440400, , REFUSED, PUT_BACK, SUBMITTED, 重新审核",
        "city-440400, , NOT_RECOMMENDED, PUT_BACK, ACCEPTED, 重新排序、签发",
        "dept-44, , DUPLICATE, PUT_BACK, REVIEWED, 不再认定为重复项目",
        "dept-44, , NOT_FORWARDED, PUT_BACK, RECOMMENDED, 原审核意见已撤销",
        "dept-44, 3, , PUT_BACK, REVIEWED, 列入公示名单",
        "dept-44, 3, , PUT_BACK, RECOMMENDED, 原审核意见已撤销",
        "ministry, 3, , PUT_BACK, FORWARDED, 列入入选名单",
        "dept-44, 3, , TAKE_OFF, NOT_FORWARDED, 移出名单",
        "dept-44, 3, , NONE, REVIEWED, 结果不变"
    })
    @DisplayName(
            "an objection is upheld → the letter says what has happened to the project, not which entry was chosen")
    void happened(String office, Long list, ApplicationState about, Effect effect, ApplicationState now, String words) {
        when(units.get(office)).thenReturn(DeadlineFixture.unit(office, UnitType.DEPARTMENT));
        when(applications.get(PROJECT))
                .thenReturn(ApplicationFixture.given().state(now).build());

        letters.answered(objection(office, list, about, effect));

        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox).post(posted.capture());
        assertThat(posted.getValue().words().get("effect")).contains(words).doesNotContain("列入名单或恢复办理");
    }

    private static Objection objection(String office, Long list, ApplicationState about, Effect effect) {
        return new Objection(
                7,
                "2026",
                office,
                list,
                PROJECT,
                about,
                ApplicationFixture.given().build().applicantId(),
                "甲",
                "a@example.org",
                "applicant-1",
                "不服",
                Instant.EPOCH,
                Instant.EPOCH,
                Objection.State.UPHELD,
                effect,
                "属实",
                "officer",
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
