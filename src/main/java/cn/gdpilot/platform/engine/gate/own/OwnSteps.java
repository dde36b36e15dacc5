package cn.gdpilot.platform.engine.gate.own;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/**
 * A step that keeps an opinion stands right behind a task whose group is declared, and a step that sends a letter names one
 * that is declared, with a recipient that it may have.
 */
@Component
public class OwnSteps {

    private static final String OPINION = "registerOpinionDelegate";
    private static final String LETTER = "sendLetterDelegate";
    private static final Pattern CALLED = Pattern.compile("[$#]\\{\\s*(" + OPINION + "|" + LETTER + ")\\s*}");
    /** Their instances' keys name the application, or the unit's list. */
    private static final Set<String> PROCESSES = Set.of("application", "recommendation");

    private static final String OF_A_LIST = "recommendation";

    private final FurtherGroups groups;
    private final FurtherLetters letters;

    /** Holds models against these lists. */
    public OwnSteps(FurtherGroups groups, FurtherLetters letters) {
        this.groups = groups;
        this.letters = letters;
    }

    /** @throws Refusal with the step and what it lacks */
    public void check(String file, byte[] bpmn) {
        if (!CALLED.matcher(new String(bpmn, StandardCharsets.UTF_8)).find()) {
            return;
        }
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        int drawn = 0;
        for (ServiceTask step : model.getModelElementsByType(ServiceTask.class)) {
            Matcher called = CALLED.matcher(Objects.requireNonNullElse(step.getCamundaDelegateExpression(), ""));
            if (called.find()) {
                drawn++;
                String process = known(file, step);
                if (called.group(1).equals(OPINION)) {
                    opinion(file, step);
                } else {
                    letter(file, step, process);
                }
            }
        }
        if (CALLED.matcher(new String(bpmn, StandardCharsets.UTF_8)).results().count() > drawn) {
            throw Refusal.invalid("model.gate.own-place", file, OPINION, LETTER);
        }
    }

    private static String known(String file, ServiceTask step) {
        String process = process(step);
        if (!PROCESSES.contains(process)) {
            throw Refusal.invalid("model.gate.own-process", file, name(step), String.join("、", PROCESSES));
        }
        return process;
    }

    private static String process(BaseElement element) {
        return element.getParentElement() instanceof Process process
                ? process.getId()
                : element.getParentElement() instanceof BaseElement around ? process(around) : "";
    }

    private void opinion(String file, ServiceTask step) {
        Collection<SequenceFlow> before = step.getIncoming();
        boolean behindTasks = !before.isEmpty()
                && before.stream().map(SequenceFlow::getSource).allMatch(this::isOwnTask)
                && !step.isCamundaAsyncBefore()
                && step.getLoopCharacteristics() == null;
        if (!behindTasks) {
            throw Refusal.invalid(
                    "model.gate.opinion",
                    file,
                    name(step),
                    String.join("、", groups.all().keySet()));
        }
    }

    private boolean isOwnTask(FlowNode node) {
        return node instanceof UserTask task
                && !task.isCamundaAsyncAfter()
                && task.getCamundaCandidateGroups() != null
                && !task.getCamundaCandidateGroupsList().isEmpty()
                && groups.all().keySet().containsAll(task.getCamundaCandidateGroupsList());
    }

    private void letter(String file, ServiceTask step, String process) {
        String letter = input(step, "letter");
        if (!letters.all().containsKey(letter)) {
            throw Refusal.invalid(
                    "model.gate.letter",
                    file,
                    name(step),
                    letter,
                    String.join("、", letters.all().keySet()));
        }
        Set<Recipient> may = letters.all().get(letter).stream()
                .filter(one -> !process.equals(OF_A_LIST) || one != Recipient.APPLICANT)
                .collect(Collectors.toSet());
        String to = input(step, "to");
        if (may.stream().noneMatch(one -> one.name().equals(to))) {
            throw Refusal.invalid(
                    "model.gate.letter-to",
                    file,
                    name(step),
                    letter,
                    to,
                    Arrays.stream(Recipient.values())
                            .filter(may::contains)
                            .map(Enum::name)
                            .collect(Collectors.joining("、")));
        }
    }

    private static String input(ServiceTask step, String name) {
        List<CamundaInputOutput> mappings = step.getExtensionElements() == null
                ? List.of()
                : step.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaInputOutput.class)
                        .list();
        Optional<CamundaInputParameter> input = mappings.stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .filter(one -> name.equals(one.getCamundaName()))
                .findFirst();
        return input.map(one -> one.getTextContent().strip()).orElse("");
    }

    private static String name(ServiceTask step) {
        return step.getName() == null ? step.getId() : step.getName();
    }
}
