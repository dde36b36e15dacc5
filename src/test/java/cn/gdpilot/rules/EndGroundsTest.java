package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.RecommendationFixture;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ground of an end follows from what happened: a case a line. */
class EndGroundsTest {

    private static final Deadline CITY = new Deadline(Instant.parse("2026-12-08T09:30:00Z"));
    private static final Deadline MINISTRY = new Deadline(Instant.parse("2026-12-20T16:00:00Z"));

    @ParameterizedTest(name = "{0}: quota {1}, listed {2}, reason {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "CITY,         8, 8, -,        R3.2, 某单位的推荐名额 8 项已列满（列入 8 项），本项目在名额线以下，未列入推荐名单。该单位未另写理由。",
                "CITY,         5, 5, 成效不明显, R3.2, 某单位的推荐名额 5 项已列满（列入 5 项），本项目在名额线以下，未列入推荐名单。理由：成效不明显",
                "PLANNED_CITY, 15, 15, -,      R3.3, 某单位的推荐名额 15 项已列满（列入 15 项），本项目在名额线以下，未列入推荐名单。该单位未另写理由。",
                "CENTRAL,      10, 10, -,      R3.4, 某单位的推荐名额 10 项已列满（列入 10 项），本项目在名额线以下，未列入推荐名单。该单位未另写理由。",
                "COMMS_ADMIN,  30, 30, -,      R3.5, 某单位的推荐名额 30 项已列满（列入 30 项），本项目在名额线以下，未列入推荐名单。该单位未另写理由。",
                "DEPARTMENT,   30, 30, -,      R3.5, 某单位的推荐名额 30 项已列满（列入 30 项），本项目在名额线以下，未列入推荐名单。该单位未另写理由。",
                "CITY,         8, 7, -,        R3.6, 某单位未将本项目列入推荐名单。该单位未另写理由。",
                "CITY,         8, 2, 成效不明显, R3.6, 某单位未将本项目列入推荐名单。理由：成效不明显",
                "CENTRAL,      10, 9, -,       R3.6, 某单位未将本项目列入推荐名单。该单位未另写理由。",
                "COMMS_ADMIN,  30, 1, -,       R3.6, 某单位未将本项目列入推荐名单。该单位未另写理由。",
                "DEPARTMENT,   30, 29, -,      R3.5, 某单位未将本项目列入推荐名单。该单位未另写理由。",
                "CITY,         8, 0, 均未建成,  R3.6, 某单位本批次未推荐任何项目。理由：均未建成",
                "CITY,         8, 0, -,        R3.6, 某单位本批次未推荐任何项目。该单位未另写理由。",
            })
    @DisplayName("R3.2–R3.6 left out of a list → the quota is named only if it is used up")
    void leftOut(UnitType type, int quota, int listed, String reason, String rule, String text) {
        Grounds grounds = EndGrounds.leftOut("某单位", type, list(quota), listed, reason);

        assertThat(grounds).isEqualTo(new Grounds(rule, text));
    }

    @ParameterizedTest(name = "opinion {0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,    -,       本项目已经工业和信息化部评审。试点示范项目由部择优确定，本批次入选 3 项，本项目未在其中。",
                "PASS, 成效较好, 本项目已经工业和信息化部评审。试点示范项目由部择优确定，本批次入选 3 项，本项目未在其中。部评审对本项目的意见（通过）：成效较好",
                "FAIL, 数据不全, 本项目已经工业和信息化部评审。试点示范项目由部择优确定，本批次入选 3 项，本项目未在其中。部评审对本项目的意见（不通过）：数据不全",
            })
    @DisplayName("R3.8 not selected → what happened and the opinion of this project, no praise of others")
    void notSelected(ReviewOutcome outcome, String found, String text) {
        Opinion opinion = outcome == null
                ? null
                : new Opinion(UnitType.MINISTRY, "GD2026-1", outcome, found, "reviewer", Instant.EPOCH);

        assertThat(EndGrounds.notSelected(3, opinion, null)).isEqualTo(new Grounds("R3.8", text));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "SUBMITTED, CITY,     R4.1, 推荐单位未在向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）前作出受理决定，逾期不予受理。",
        "SUBMITTED, MINISTRY, R4.3, 推荐单位未在向工业和信息化部报送的截止时间（2026年12月20日 24:00）前作出受理决定，逾期不予受理。",
        "RETURNED,  CITY,     R4.1, 退回补正后未重新提交，向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）已过，逾期不予受理。",
        "RETURNED,  MINISTRY, R4.3, 退回补正后未重新提交，向工业和信息化部报送的截止时间（2026年12月20日 24:00）已过，逾期不予受理。",
    })
    @DisplayName("R4.1 R4.3 undecided at the deadline → the ground says on whose side it lay, and which deadline")
    void undecided(ApplicationState was, DeadlineKind kind, String rule, String text) {
        assertThat(EndGrounds.undecided(was, kind, deadline(kind))).isEqualTo(new Grounds(rule, text));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "RANKING, CITY,     R4.1, 推荐单位未在向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）前排定、签发推荐名单，推荐材料未送达，逾期不予受理。",
        "RANKED,  CITY,     R4.1, 推荐单位的推荐名单已排定，但未在向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）前签发，推荐材料未送达，逾期不予受理。",
        "SIGNED,  CITY,     R4.1, 推荐单位的推荐名单已签发，但推荐材料未在向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）前报出，逾期不予受理。",
        "SENT,    CITY,     R4.1, 推荐单位的推荐材料已报出，但未在向省工业和信息化厅报送的截止时间（2026年12月8日 17:30）前送达（以送达时间为准），逾期不予受理。",
        "SENT,    MINISTRY, R4.3, 推荐单位的推荐材料已报出，但未在向工业和信息化部报送的截止时间（2026年12月20日 24:00）前送达（以送达时间为准），逾期不予受理。",
    })
    @DisplayName("R4.1 R4.3 list not delivered in time → the ground says how far it had come")
    void undelivered(Recommendation.State was, DeadlineKind kind, String rule, String text) {
        assertThat(EndGrounds.undelivered("推荐单位", was, kind, deadline(kind))).isEqualTo(new Grounds(rule, text));
    }

    @Test
    @DisplayName("R4.3 not reviewed by the Department in time → the ground says so, and nothing of a list or quota")
    void unreviewed() {
        assertThat(EndGrounds.unreviewed("广东省工业和信息化厅", DeadlineKind.MINISTRY, MINISTRY))
                .isEqualTo(new Grounds(
                        "R4.3", "广东省工业和信息化厅未在向工业和信息化部报送的截止时间（2026年12月20日 24:00）前完成本项目的初审，本项目未能列入其推荐名单，逾期不予受理。"));
    }

    @Test
    @DisplayName("R4.1 not corrected before the applicants' window closes → the ground names that window")
    void windowClosed() {
        assertThat(EndGrounds.windowClosed(CITY))
                .isEqualTo(new Grounds("R4.1", "退回补正后未在申报截止时间（2026年12月8日 17:30）前重新提交，逾期不予受理。"));
    }

    @ParameterizedTest(name = "{0} selected, passed over: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -,         本项目已经工业和信息化部评审。试点示范项目由部择优确定，本批次未选定任何项目。",
                "3, 同类已有三项, 本项目已经工业和信息化部评审。试点示范项目由部择优确定，本批次入选 3 项，本项目未在其中。未入选的理由：同类已有三项",
            })
    @DisplayName("R3.8 none selected, or passed over though better → the ground says so")
    void passedOver(int selected, String reason, String text) {
        assertThat(EndGrounds.notSelected(selected, null, reason)).isEqualTo(new Grounds("R3.8", text));
    }

    @Test
    @DisplayName("R3.1 returned and not awaited at the signature → the ground says so, with the lead's reason")
    void notAwaited() {
        assertThat(EndGrounds.notAwaited("某单位", "审计报告始终未交"))
                .isEqualTo(new Grounds("R3.1", "某单位退回补正后，本申请未重新提交；该单位签发推荐名单时不再等待补正，不予受理。理由：审计报告始终未交"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Recommendation.State.class,
            names = {"ARRIVED", "MISSED"})
    @DisplayName("R4.1 list that has arrived or is closed already → misses no deadline")
    void delivered(Recommendation.State was) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndGrounds.undelivered("推荐单位", was, DeadlineKind.CITY, CITY));
    }

    @Test
    @DisplayName("R3.8 the ministry → recommends nothing, so no list of it leaves anything out")
    void ministry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndGrounds.leftOut("部", UnitType.MINISTRY, list(0), 0, null));
    }

    private static Deadline deadline(DeadlineKind kind) {
        return kind == DeadlineKind.CITY ? CITY : MINISTRY;
    }

    private static Recommendation list(int quota) {
        return RecommendationFixture.list("u", "dept-44", Recommendation.State.RANKED, quota);
    }
}
