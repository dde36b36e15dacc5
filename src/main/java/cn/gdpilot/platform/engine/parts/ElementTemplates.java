package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import cn.gdpilot.platform.engine.parts.Template.Choice;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Element templates for Camunda Modeler: steps, tasks of offices, and tables, each with its fields. */
@Component
class ElementTemplates {

    /** Name of the file that designers put into the Modeler's folder of templates. */
    static final String FILE = "gdpilot-element-templates.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Set<UnitType> OF_THEIR_OWN =
            EnumSet.of(UnitType.DEPARTMENT, UnitType.COMMS_ADMIN, UnitType.MINISTRY);

    private final Parts parts;

    ElementTemplates(Parts parts) {
        this.parts = parts;
    }

    /** The file with these models, tables and forms. */
    byte[] file(Drawn drawn) {
        try {
            return JSON.writeValueAsString(
                            all(drawn).stream().map(Template::json).toList())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Template> all(Drawn drawn) {
        return Stream.of(steps(), tasks(drawn), tables(drawn), calls(drawn))
                .flatMap(templates -> templates)
                .toList();
    }

    private Stream<Template> steps() {
        return OfferedBeans.all().steps().stream()
                .filter(step -> !step.words().listener())
                .map(this::step);
    }

    private Template step(OfferedBeans.Step step) {
        ForModels words = step.words();
        Template template = new Template("step-" + step.bean(), words.name(), words.help(), "bpmn:ServiceTask")
                .hidden("camunda:delegateExpression", "${" + step.bean() + "}");
        for (Given given : words.given()) {
            if (given.isInput()) {
                template.input(given.variable(), given.meaning(), given == Given.LETTER ? letters() : receivers());
            }
        }
        return template;
    }

    private List<Choice> letters() {
        return parts.furtherLetters().keySet().stream()
                .map(letter -> new Choice(Texts.label("letter", letter), letter))
                .toList();
    }

    /** Receivers that some letter may have; the gate says if the chosen one may not. */
    private List<Choice> receivers() {
        return Arrays.stream(Recipient.values())
                .filter(one -> parts.furtherLetters().values().stream().anyMatch(may -> may.contains(one)))
                .map(one -> new Choice(Texts.of("part.to." + one), one.name()))
                .toList();
    }

    private Stream<Template> tasks(Drawn drawn) {
        List<Choice> others = new ArrayList<>();
        List<Template> tasks = new ArrayList<>();
        tasks.add(task(
                "own",
                Texts.of("template.own"),
                List.of(
                        new Choice(Texts.of("part.group.own"), "${unit}"),
                        new Choice(Texts.of("part.group.own-lead"), "${unit.concat('-lead')}")),
                drawn));
        for (Parts.Office office : parts.offices()) {
            List<Choice> groups = List.of(
                    new Choice(Texts.of("part.group.handlers", office.name()), office.id()),
                    new Choice(
                            Texts.of("part.group.leads", office.name()),
                            office.group().lead().id()));
            if (OF_THEIR_OWN.contains(UnitType.valueOf(office.type()))) {
                tasks.add(task(office.id(), Texts.of("template.task", office.name()), groups, drawn));
            } else {
                others.addAll(groups);
            }
        }
        tasks.add(task("unit", Texts.of("template.unit"), others, drawn));
        parts.furtherGroups()
                .forEach((id, name) ->
                        tasks.add(task(id, Texts.of("template.task", name), List.of(new Choice(name, id)), drawn)));
        return tasks.stream();
    }

    private static Template task(String key, String name, List<Choice> groups, Drawn drawn) {
        return new Template("task-" + key, name, Texts.of("template.task-help"), "bpmn:UserTask")
                .choice("camunda:candidateGroups", Texts.of("template.group"), "", groups)
                .choice("camunda:formRef", Texts.of("template.form"), Texts.of("template.form-help"), forms(drawn))
                .hidden("camunda:formRefBinding", "deployment")
                .choice("camunda:dueDate", Texts.of("template.due"), Texts.of("template.due-help"), dates("due"))
                .choice(
                        "camunda:followUpDate",
                        Texts.of("template.follow-up"),
                        Texts.of("template.due-help"),
                        dates("followUp"));
    }

    private static List<Choice> forms(Drawn drawn) {
        return drawn.forms().keySet().stream()
                .map(form -> new Choice(Texts.of("template.named", drawn.formName(form), form), form))
                .toList();
    }

    /** None, or a part of what the calendar gives to every process. */
    private static List<Choice> dates(String member) {
        return Stream.concat(
                        Stream.of(new Choice(Texts.of("template.no-date"), "")),
                        OfferedBeans.all().readings().stream()
                                .filter(reading -> reading.words().dates()
                                        && List.of(reading.words().in()).contains(ForModels.EVERYWHERE))
                                .map(reading -> new Choice(
                                        reading.words().name(),
                                        Parts.call(reading).replace(")}", ")." + member + "()}"))))
                .toList();
    }

    /** Calls of processes as they are drawn now; a designer changes what is handed over. */
    private static Stream<Template> calls(Drawn drawn) {
        return drawn.calls().entrySet().stream().map(call -> {
            Template template = new Template(
                            "call-" + call.getKey(),
                            Texts.of("template.call", drawn.processName(call.getKey())),
                            Texts.of("part.process"),
                            "bpmn:CallActivity")
                    .hidden("calledElement", call.getKey())
                    .hidden("camunda:calledElementBinding", "latest");
            for (Map<String, String> given : call.getValue()) {
                String target = given.get("target");
                if (target.isEmpty()) {
                    template.key(given.get("businessKey"));
                } else {
                    boolean isExpression = given.get("source").isEmpty();
                    template.handed(
                            target,
                            Parts.meaning(target),
                            given.get(isExpression ? "sourceExpression" : "source"),
                            isExpression);
                }
            }
            return template;
        });
    }

    private static Stream<Template> tables(Drawn drawn) {
        return drawn.tables().values().stream().map(table -> table(table, drawn));
    }

    /** Inputs and outputs as the table is drawn now; where it is drawn nowhere, its inputs are left to the designer. */
    private static Template table(DrawnTable table, Drawn drawn) {
        Template template = new Template("table-" + table.id(), table.name(), table.says(), "bpmn:BusinessRuleTask")
                .hidden("camunda:decisionRef", table.id());
        Map<String, String> given = drawn.parameters(table.id(), "inputParameter");
        for (DrawnTable.Column input : table.inputs()) {
            if (given.isEmpty() || given.containsKey(input.name())) {
                template.input(input.name(), input.label(), given.getOrDefault(input.name(), ""));
            }
        }
        drawn.parameters(table.id(), "outputParameter").forEach((name, source) -> template.output(source, name));
        return template;
    }
}
