package cn.gdpilot.desk.campaign.unattended;

import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pending.AskedApart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatterWordsTest {

    private static final String INSTANCE = "6a0c7a52-cc2f-11f1-8f4e-0242ac110002";

    private final ModelNames names = mock();
    private final Units units = mock();
    private final Rounds rounds = mock();
    private final AskedApart experts = mock();
    private final MatterWords words = new MatterWords(names, units, rounds, List.of(experts));

    @BeforeEach
    void names() {
        when(names.words(any(), any()))
                .thenAnswer(call -> ((String) call.getArgument(1))
                        .replace("application", "申报申请")
                        .replace("ACCEPTED", "已受理"));
        when(experts.process()).thenReturn("expert-review");
        when(experts.words("GD2026-00004/dept-44")).thenReturn("GD2026-00004 的省厅专家评审");
        when(units.find("city-440900"))
                .thenReturn(Optional.of(new Unit("city-440900", UnitType.CITY, "440900", "茂名市工信局", "茂名市", "WEST")));
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING_WAITS, 2026/city-440900, recommendation UserTask_RankProjects, 茂名市工信局的推荐名单",
        "NOTHING_WAITS, 2026, campaign, 2026年试点示范推荐",
        "NOTHING_WAITS, province-review/GD2026-00004, province-review UserTask_ReviewProject, ：GD2026-00004",
        "NOTHING_WAITS, GD2026-00004, application, ：GD2026-00004",
        "NOTHING_WAITS, GD2026-00004/dept-44, expert-review, ：GD2026-00004 的省厅专家评审",
        "STUCK, 17, recommendation 2026/city-440900, 茂名市工信局的推荐名单"
    })
    @DisplayName("list, round or project → titled by its name, not by the tables' keys")
    void title(Fault fault, String subject, String expected, String title) {
        when(rounds.all()).thenReturn(List.of(round()));

        assertThat(words.title(fault, subject, expected)).endsWith(title);
    }

    @Test
    @DisplayName("what is over still waits → titled by process and number; nothing ought to wait, and it does")
    void leftOver() {
        Matter matter = matter(Fault.LEFT_OVER, INSTANCE, "application GD2026-00004", "");

        assertThat(words.title(matter.fault(), matter.subject(), matter.expected()))
                .contains("申报申请 GD2026-00004")
                .doesNotContain(INSTANCE);
        assertThat(words.expected(matter)).startsWith("没有");
        assertThat(words.found(matter)).isEqualTo("申报申请 GD2026-00004");
    }

    @Test
    @DisplayName("a review's task for what is over → the project's state beside it")
    void leftOverItem() {
        Matter matter = matter(Fault.LEFT_OVER, INSTANCE, "application GD2026-00004", "WITHDRAWN");

        assertThat(words.found(matter)).contains("申报申请 GD2026-00004", "已撤回");
    }

    @Test
    @DisplayName(
            "a list has gone without a project → where the project ought to be, and whose list has gone, by its name")
    void noWay() {
        Matter matter = matter(Fault.NO_WAY, "GD2026-00004", "ACCEPTED", "city-440900");

        assertThat(words.title(matter.fault(), matter.subject(), matter.expected()))
                .contains("GD2026-00004");
        assertThat(words.expected(matter)).contains("已受理", "还没有报出的名单");
        assertThat(words.found(matter)).contains("茂名市工信局").doesNotContain("city-440900");
    }

    private static Matter matter(Fault fault, String subject, String expected, String found) {
        return new Matter(1, fault, subject, "2026", expected, found, Instant.EPOCH, null, null, null);
    }
}
