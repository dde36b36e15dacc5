package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How far the panels of a level are, and the totals of those that have closed. */
@Component
class PanelProgress {

    private final Panels panels;
    private final Experts experts;
    private final Applications applications;

    PanelProgress(Panels panels, Experts experts, Applications applications) {
        this.panels = panels;
        this.experts = experts;
        this.applications = applications;
    }

    /** How far each panel is. */
    List<Line> of(String round, UnitType level) {
        return panels.of(round, level).stream().map(this::line).toList();
    }

    /** The totals of the closed panels, one an expert. */
    List<Scored> scored(String round, UnitType level) {
        return panels.of(round, level).stream()
                .filter(Panel::closed)
                .flatMap(this::scored)
                .toList();
    }

    private Line line(Panel panel) {
        List<Assignment> members = panels.members(panel.id());
        return new Line(
                panel,
                applications.get(panel.applicationId()),
                members.stream()
                        .filter(one -> one.state() == Assignment.State.SCORED)
                        .count(),
                members.stream().filter(Assignment::open).count());
    }

    private Stream<Scored> scored(Panel panel) {
        return panels.members(panel.id()).stream()
                .filter(one -> one.state() == Assignment.State.SCORED)
                .map(one -> new Scored(
                        one.id(),
                        applications.get(panel.applicationId()).projectName(),
                        name(one.expert()),
                        one.total()));
    }

    /** The name of an expert, or the account if the expert has left the pool. */
    String name(String account) {
        return experts.find(account).map(Expert::name).orElse(account);
    }

    /** How far a panel is. */
    record Line(Panel panel, Application project, long scored, long waiting) {}

    /** A total that a "what if" may replace. */
    record Scored(long assignment, String project, String expert, double total) {}
}
