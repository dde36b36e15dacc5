package cn.gdpilot.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.CaseKey;
import cn.gdpilot.domain.opinion.TaskOpinion;
import cn.gdpilot.domain.opinion.TaskOpinions;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where opinions of a designer's own tasks are read. */
class CaseNotesTest extends DataTest {

    @Autowired
    CaseNotes notes;

    @Autowired
    TaskOpinions opinions;

    @Autowired
    Recommendations lists;

    @Autowired
    QuotaTable quotas;

    @Test
    @DisplayName(
            "R3.6 opinions about its city's, the Department's and the ministry's lists → read at a project on them")
    void ofItsLists() {
        Round round = givenRound();
        String listed = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        String notListed = givenApplication(round, "city-440100", ApplicationState.REVIEWED);
        Unit department = units.get(Unit.DEPARTMENT);
        lists.open(round.id(), department, quotas.of(department), quotas.quotaSource(department));
        lists.rank(round.id(), Unit.DEPARTMENT, List.of(listed));
        opinion(CaseKey.ofList(round.id(), "city-440100"), "city");
        opinion(CaseKey.ofList(round.id(), Unit.DEPARTMENT), "department");
        opinion(CaseKey.ofList(round.id(), Unit.MINISTRY), "ministry");
        opinion(CaseKey.ofList(round.id(), "city-440400"), "other");
        opinion(CaseKey.ofApplication(notListed), "own");

        assertThat(notes.opinions(applications.get(listed)))
                .extracting(TaskOpinion::grounds)
                .containsExactly("city", "department", "ministry");
        assertThat(notes.opinions(applications.get(notListed)))
                .extracting(TaskOpinion::grounds)
                .containsExactly("city", "ministry", "own");
    }

    private void opinion(CaseKey about, String grounds) {
        opinions.keep(
                about,
                new TaskOpinion(
                        Instant.parse("2026-12-09T02:00:00Z"),
                        "lawyer",
                        "legal-check",
                        "法规处",
                        "UserTask_LegalCheck",
                        "合法性审查",
                        null,
                        grounds));
    }
}
