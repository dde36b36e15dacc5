package cn.gdpilot.desk.goahead;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the forms show: which projects the CA has not reviewed, what follows from going ahead, who proposes it and why. */
@Component
public class GoAheadSheet {

    private static final Set<ApplicationState> UNDECIDED = Set.of(
            ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED, ApplicationState.RANKED);

    private final Applications applications;
    private final Opinions opinions;
    private final GoAhead goAhead;
    private final Times times;

    GoAheadSheet(Applications applications, Opinions opinions, GoAhead goAhead, Times times) {
        this.applications = applications;
        this.opinions = opinions;
        this.goAhead = goAhead;
        this.times = times;
    }

    /** What the task list shows beside the task's name: how many projects the CA has not reviewed. */
    @ForModels(
            name = "未审项目数",
            help = "任务列表中显示在任务名旁的未审项目数。",
            given = Given.CAMPAIGN,
            gives = "文本，写入输入参数 subject。",
            in = "go-ahead",
            written = true)
    public String subject(String roundId) {
        return Texts.of("go-ahead.subject", unreviewed(roundId).size());
    }

    /** The sheet of the handler, as Markdown. */
    @ForModels(
            name = "先行办理情况",
            help = "经办人阅读的等候情况。",
            given = Given.CAMPAIGN,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "go-ahead",
            written = true)
    public String of(String roundId) {
        return sheet(roundId).render("");
    }

    /** The sheet of the lead, as Markdown: also who proposes it and why. */
    @ForModels(
            name = "先行办理提请",
            help = "负责人阅读的提请人、理由和等候情况。",
            given = Given.CAMPAIGN,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "go-ahead",
            written = true)
    public String proposal(String roundId) {
        Markdown sheet = sheet(roundId);
        goAhead.proposed(roundId)
                .ifPresent(one -> sheet.line(Texts.of("go-ahead.proposed-by"), one.proposedBy())
                        .line(Texts.of("go-ahead.proposed-at"), times.of(one.proposedAt()))
                        .line(Texts.of("go-ahead.grounds"), one.grounds()));
        return sheet.render("");
    }

    private Markdown sheet(String roundId) {
        return new Markdown()
                .heading(Texts.of("go-ahead.heading"))
                .paragraph(Texts.of("go-ahead.consequence"))
                .table(
                        Texts.words("go-ahead.heads"),
                        unreviewed(roundId).stream()
                                .<List<?>>map(
                                        one -> List.of(one.id(), one.projectName(), Texts.label("state", one.state())))
                                .toList());
    }

    private List<Application> unreviewed(String roundId) {
        List<Application> undecided = applications.ofUnit(roundId, Unit.COMMUNICATIONS, UNDECIDED);
        Map<String, List<Opinion>> given =
                opinions.of(undecided.stream().map(Application::id).toList());
        return undecided.stream()
                .filter(one -> given.getOrDefault(one.id(), List.of()).stream()
                        .noneMatch(opinion -> opinion.level() == UnitType.COMMS_ADMIN))
                .toList();
    }
}
