package cn.gdpilot.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which a model may call a step while nobody decides. */
enum Trick {
    /** The token comes to a service task, in a called process. */
    REACHED,
    /** Three tokens come to it at once; loops by a number are refused at the gate. */
    THRICE,
    /** The bean hears that another step ends. */
    HEARD,
    /** A person completes a task that decides nothing, and the step follows. */
    PERSON;

    private static final String MINUTE =
            "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition>";

    private static final String LOOP =
            "<bpmn:multiInstanceLoopCharacteristics camunda:collection='thrice' camunda:elementVariable='one'/>";

    /**
     * A file for each step, and one whose process calls them all, each in a job of its own.
     *
     * @param variables what the step finds
     * @param key       the case
     */
    Map<String, String> files(List<ModelStep> steps, Function<ModelStep, Map<String, String>> variables, String key) {
        Map<String, String> files = new HashMap<>();
        steps.forEach(step -> files.put(
                "hostile-" + step.bean() + ".bpmn",
                model("hostile-" + step.bean(), "<bpmn:startEvent id='start'/>" + content(step))));
        files.put(
                "opener.bpmn",
                model(
                        "opener",
                        "<bpmn:startEvent id='start'>" + MINUTE + "</bpmn:startEvent>"
                                + flow("start", "split") + "<bpmn:parallelGateway id='split'/>"
                                + steps.stream()
                                        .map(step -> call(step, variables.apply(step), key))
                                        .collect(Collectors.joining())));
        return files;
    }

    /** A file for each step: a message of its process's name begins it, and the step is taken for each entry of a list. */
    static Map<String, String> byMessage(List<ModelStep> steps) {
        Map<String, String> files = new HashMap<>();
        steps.forEach(step -> {
            String name = "hostile-" + step.bean();
            String drawn = REACHED.drawn(step);
            String looped = drawn.replaceAll("/>$", ">" + LOOP + "</bpmn:serviceTask>");
            String begun =
                    "<bpmn:startEvent id='start'><bpmn:messageEventDefinition messageRef='m'/></bpmn:startEvent>";
            files.put(
                    name + ".bpmn",
                    model(name, begun + flow("start", "work") + looped)
                            .replace("<bpmn:process ", "<bpmn:message id='m' name='" + name + "'/><bpmn:process "));
        });
        return files;
    }

    private static String call(ModelStep step, Map<String, String> variables, String key) {
        return flow("split", "call-" + step.bean())
                + "<bpmn:callActivity id='call-" + step.bean() + "' calledElement='hostile-" + step.bean()
                + "' camunda:asyncBefore='true'><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1/PT1H</camunda:failedJobRetryTimeCycle><camunda:in businessKey='"
                + key + "'/>"
                + variables.entrySet().stream()
                        .map(one -> "<camunda:in sourceExpression='${\"" + one.getValue() + "\"}' target='"
                                + one.getKey() + "'/>")
                        .collect(Collectors.joining())
                + "</bpmn:extensionElements></bpmn:callActivity>";
    }

    private String content(ModelStep step) {
        return switch (this) {
            case PERSON ->
                flow("start", "own")
                        + "<bpmn:userTask id='own' camunda:candidateGroups='city-440100'/>"
                        + flow("own", "work")
                        + drawn(step);
            case THRICE ->
                flow("start", "fork")
                        + "<bpmn:parallelGateway id='fork'/>"
                        + Stream.of("one", "two", "three")
                                .map(way -> flow("fork", way)
                                        + "<bpmn:parallelGateway id='" + way + "'/>"
                                        + flow(way, "work"))
                                .collect(Collectors.joining())
                        + drawn(step);
            default -> flow("start", "work") + drawn(step);
        };
    }

    private String drawn(ModelStep step) {
        return this == HEARD
                ? "<bpmn:intermediateThrowEvent id='work'><bpmn:extensionElements><camunda:executionListener event='end'"
                        + " delegateExpression='${" + step.bean()
                        + "}'/></bpmn:extensionElements></bpmn:intermediateThrowEvent>"
                : "<bpmn:serviceTask id='work' camunda:delegateExpression='${" + step.bean() + "}'/>";
    }

    private static String model(String id, String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><bpmn:process id='" + id
                + "' isExecutable='true' camunda:historyTimeToLive='P1D'>" + content
                + "</bpmn:process></bpmn:definitions>";
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id='" + from + "-" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }
}
