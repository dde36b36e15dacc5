package cn.gdpilot.desk.sitecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.opinion.ProjectChecks;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckDeskTest {

    private final ProjectChecks checks = mock();
    private final Applications applications = mock();
    private final DuplicatePairs pairs = mock();
    private final CheckDesk desk = new CheckDesk(checks, applications, mock(), mock(), mock(), pairs);

    @Test
    @DisplayName("R2.10 a project stands in a pair that is not decided → only the other one is checked")
    void undecidedPair() {
        List<Application> reviewed = List.of(project("GD2026-00001"), project("GD2026-00002"));
        when(checks.organised("2026")).thenReturn(List.of(CheckKind.SITE_VISIT));
        when(applications.ofRound("2026", Set.of(ApplicationState.REVIEWED))).thenReturn(reviewed);
        when(pairs.undecided("2026")).thenReturn(Set.of("GD2026-00001"));

        assertThat(desk.allDue("2026")).containsExactly("GD2026-00002/SITE_VISIT");
    }

    private static Application project(String id) {
        Application project = mock();
        when(project.id()).thenReturn(id);
        return project;
    }
}
