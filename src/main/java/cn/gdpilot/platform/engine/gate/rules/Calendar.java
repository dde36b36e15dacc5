package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import cn.gdpilot.platform.engine.gate.rules.Contract.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Node;

/** Due dates and timers ask the round's calendar, which knows extensions and working days. */
final class Calendar implements Family {

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        for (String task : model.ids("userTask")) {
            for (String date : List.of("dueDate", "followUpDate")) {
                String text = model.attribute(task, date);
                if (text.isBlank() ? handed.isOfContract(task) : !isMoment(handed, text, Moment.ONE)) {
                    faults.add(handed.fault(Rule.CALENDAR, task, text.isBlank() ? ".none" : ".date", date, text));
                }
            }
        }
        for (DrawnModel.Written timer : model.timers()) {
            boolean begins = model.kind(timer.step()).equals("startEvent")
                    && model.processes().contains(model.around(timer.step()));
            if (begins) {
                if (handed.contract().isProcess(model.around(timer.step()))) {
                    faults.add(handed.fault(Rule.START_TIMER, timer.step(), ""));
                }
                // The round is not there yet: the date of a process that a timer starts can only be written.
            } else if (!isRight(handed, timer)) {
                faults.add(handed.fault(Rule.CALENDAR, timer.step(), ".timer", timer.name(), timer.text()));
            }
        }
        closings(handed, faults);
        return faults;
    }

    /** What closes something does so after the deadline, to the second. */
    private static void closings(Handed handed, List<Fault> faults) {
        DrawnModel model = handed.model();
        for (String process : model.processes()) {
            handed.contract().closings(process).forEach((event, moment) -> {
                boolean isAfter = model.timers().stream()
                        .filter(timer -> timer.step().equals(event))
                        .anyMatch(timer -> timer.name().equals("timeDate")
                                && call(timer.text())
                                        .filter(call -> call.method().equals(moment)
                                                || call.member().equals(moment))
                                        .isPresent());
                if (model.has(event) && !isAfter) {
                    faults.add(handed.fault(Rule.CALENDAR, event, ".closing", moment));
                }
            });
        }
    }

    private static boolean isRight(Handed handed, DrawnModel.Written timer) {
        return switch (timer.name()) {
            case "timeDate" -> isMoment(handed, timer.text(), Moment.ONE);
            case "timeCycle" -> isMoment(handed, timer.text(), Moment.REPEATING);
            default -> false;
        };
    }

    private static boolean isMoment(Handed handed, String text, Moment moment) {
        return call(text)
                .flatMap(call -> handed.contract().moment(call.method(), call.member()))
                .filter(given -> given == moment)
                .isPresent();
    }

    /**
     * A call of the calendar.
     *
     * @param method e.g. "deadlines.ofUnit"
     * @param member that is called on its answer; empty if none is
     */
    private record Call(String method, String member) {}

    private static Optional<Call> call(String text) {
        return Syntax.tree(text)
                .filter(tree -> tree instanceof AstEval)
                .map(tree -> tree.getChild(0))
                .filter(call -> call instanceof AstMethod)
                .map(call -> {
                    AstProperty member = (AstProperty) call.getChild(0);
                    return member.getChild(0) instanceof AstMethod inner
                            ? new Call(method(inner), Syntax.member(member))
                            : new Call(method(call), "");
                });
    }

    /** Reader and method, e.g. "deadlines.ofUnit"; empty if it is no call of a reader. */
    private static String method(Node call) {
        AstProperty member = (AstProperty) call.getChild(0);
        return member.getChild(0) instanceof AstIdentifier reader ? reader.getName() + "." + Syntax.member(member) : "";
    }
}
