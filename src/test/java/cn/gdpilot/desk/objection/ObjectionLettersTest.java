package cn.gdpilot.desk.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.deadline.DeadlineFixture;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objection.Effect;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class ObjectionLettersTest {

    private static final String PROJECT = "GD2026-1";

    private final Hearing hearing = mock();
    private final Outbox outbox = mock();
    private final Units units = mock();
    private final Applications applications = mock();
    private final ObjectionLetters letters =
            new ObjectionLetters(hearing, outbox, units, applications, mock(), mock(), mock(), "");

    @ParameterizedTest(name = "{0} on {2}, {3}, {4} carried out → {5}")
    @CsvSource({
        "city-440400, , REFUSED, PUT_BACK, HEARD_AGAIN, 重新审核",
        "city-440400, , NOT_RECOMMENDED, PUT_BACK, RANKED_AGAIN, 重新排序、签发",
        "dept-44, , DUPLICATE, PUT_BACK, NO_DUPLICATE, 不再认定为重复项目",
        // The kept project had gone, so that this one was a candidate before the answer.
        "dept-44, , DUPLICATE, PUT_BACK, ON_THE_LIST, 列入公示名单",
        "dept-44, , NOT_FORWARDED, PUT_BACK, REVIEWED_AGAIN, 原审核意见已撤销",
        "dept-44, 3, , PUT_BACK, ON_THE_LIST, 列入公示名单",
        "dept-44, 3, , PUT_BACK, NO_DUPLICATE, 不再认定为重复项目",
        "dept-44, 3, , PUT_BACK, REVIEWED_AGAIN, 原审核意见已撤销",
        "ministry, 3, , PUT_BACK, ON_THE_SELECTION, 列入入选名单",
        "dept-44, 3, , TAKE_OFF, OFF_THE_LIST, 移出名单",
        "dept-44, 3, , NONE, , 结果不变"
    })
    @DisplayName(
            "an objection is upheld → the letter says what has happened to the project, not which entry was chosen")
    void happened(String office, Long list, ApplicationState about, Effect effect, Reversal carriedOut, String words) {
        when(hearing.isPublic(any())).thenReturn(true);

        assertThat(told(objection(office, list, about, effect, carriedOut)))
                .contains(words)
                .doesNotContain("列入名单或恢复办理");
    }

    @Test
    @DisplayName("a candidate is to be put on a list whose days are over → the letter does not say that it is on it")
    void notOnTheList() {
        assertThat(told(objection("dept-44", null, ApplicationState.DUPLICATE, Effect.PUT_BACK, Reversal.ON_THE_LIST)))
                .contains("作为候选项目", "未列入公示名单");
    }

    private String told(Objection objection) {
        when(units.get(objection.unitId())).thenReturn(DeadlineFixture.unit(objection.unitId(), UnitType.DEPARTMENT));
        when(applications.get(PROJECT)).thenReturn(ApplicationFixture.given().build());

        letters.answered(objection);

        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox).post(posted.capture());
        return posted.getValue().words().get("effect");
    }

    private static Objection objection(
            String office, Long list, ApplicationState about, Effect effect, Reversal carriedOut) {
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
                null,
                carriedOut);
    }
}
