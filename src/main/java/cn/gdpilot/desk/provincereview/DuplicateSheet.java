package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.PairEvidence;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a form shows of a pair: both projects side by side, why they are suspected, the way to the dossiers. */
@Component
public class DuplicateSheet {

    private final DuplicatePairs pairs;
    private final PairSides sides;

    DuplicateSheet(DuplicatePairs pairs, PairSides sides) {
        this.pairs = pairs;
        this.sides = sides;
    }

    /** What the task list shows beside the task's name: both projects' names. */
    @ForModels(
            name = "疑似重复标题",
            help = "任务列表中显示在任务名旁的两个项目名称。",
            given = Given.PAIR,
            gives = "文本，写入输入参数 subject。",
            in = "province-review",
            written = true)
    public String subject(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        return sides.first(pair).projectName() + " / " + sides.second(pair).projectName();
    }

    /** What the form proposes to keep: a pilot (R2.5) and what goes past the Department (R3.7) stand; null where a person chooses. */
    @ForModels(
            name = "建议保留哪一个",
            help = "认定表单中保留项的默认值。",
            given = Given.PAIR,
            gives = "SECOND，或为空由人选择。",
            in = "province-review",
            written = true)
    public String keep(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        return pair.withPilot() || PastDepartment.standsFor(sides.second(pair).project()) ? Keep.SECOND.name() : null;
    }

    /** The sheet of one pair, as Markdown. */
    @ForModels(
            name = "疑似重复说明",
            help = "认定人阅读的两个项目的比较。",
            given = Given.PAIR,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "province-review",
            written = true)
    public String of(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        PairSide first = sides.first(pair);
        PairSide second = sides.second(pair);
        PairEvidence evidence = pairs.evidence(pairId);
        Markdown sheet = new Markdown()
                .heading(Texts.of(pair.withPilot() ? "duplicate.pilot-heading" : "duplicate.heading"))
                .paragraph(pair.message())
                .line(Texts.of("duplicate.similarity"), Math.round(pair.similarity() * 100) + "%")
                .table(
                        Texts.words(pair.withPilot() ? "duplicate.pilot-heads" : "duplicate.heads"),
                        rows(first, second, sides.term(pair)))
                .line(
                        Texts.of("duplicate.equal"),
                        Texts.of(
                                "duplicate.equal-text",
                                Texts.label("yesno", evidence.sameCode()),
                                Texts.label("yesno", evidence.sameApplicant()),
                                second.direction() == null
                                        ? Texts.of("duplicate.no-direction")
                                        : Texts.label("yesno", evidence.sameDirection()),
                                evidence.sharedFiles()))
                .line(Texts.of("duplicate.differs"), differs(evidence))
                .link(Texts.of("duplicate.compare"), "/desk/duplicates/" + pairId)
                .link(Texts.of("duplicate.first", first.number()), "/dossier/" + first.number());
        return pair.withPilot()
                ? sheet.paragraph(Texts.of("duplicate.pilot-how")).render("")
                : sheet.link(Texts.of("duplicate.second", second.number()), "/dossier/" + second.number())
                        .render("");
    }

    private static List<List<?>> rows(PairSide first, PairSide second, String term) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(Texts.of("field.projectName"), first.projectName(), second.projectName()));
        rows.add(List.of(Texts.of("field.applicant"), first.applicant(), second.applicant()));
        rows.add(List.of(Texts.of("field.creditCode"), first.creditCode(), second.creditCode()));
        rows.add(List.of(
                Texts.of("field.direction"), first.direction(), second.direction() == null ? "—" : second.direction()));
        if (second.pilot() == null) {
            rows.add(List.of(Texts.of("field.unit"), first.cameBy(), second.cameBy()));
        } else {
            rows.add(List.of(Texts.of("duplicate.came-by"), first.cameBy(), second.cameBy()));
            rows.add(List.of(Texts.of("duplicate.term"), "—", term));
        }
        return rows;
    }

    private static String differs(PairEvidence evidence) {
        return evidence.excluding().isEmpty()
                ? Texts.of("duplicate.nothing-differs")
                : evidence.excluding().stream()
                        .map(one -> Texts.of(
                                "duplicate.difference",
                                Texts.label("contrast", one.group()),
                                one.first(),
                                one.second()))
                        .collect(Collectors.joining("；"));
    }
}
