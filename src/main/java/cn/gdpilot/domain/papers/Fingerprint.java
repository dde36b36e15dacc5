package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.files.store.Sha256;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.DeclaredFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A short mark of what an applicant has filled in and attached, by which a sealed print is held against what was submitted.
 * It stands for the values as they are stored, so that a label, title or clause that is worded anew leaves it as it was.
 */
final class Fingerprint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGITS = 16;
    private static final String IN_FOURS = "(.{4})(?!$)";

    private Fingerprint() {}

    /**
     * The first sixteen digits of the SHA-256 of all values, in fours: 9F86 D081 884C 7D65.
     *
     * @param leftOut kinds of files that come after the print
     */
    static String of(Submission submission, Set<MaterialKind> leftOut) {
        List<Object> values = new ArrayList<>();
        values.add(applicant(submission.applicant()));
        values.add(application(submission.application()));
        if (!submission.application().facts().extra().isEmpty()) {
            values.add(new TreeMap<>(submission.application().facts().extra()));
        }
        submission.materials().stream()
                .filter(file -> !leftOut.contains(file.kind()))
                .sorted(Comparator.comparing((Material file) -> file.kind().name()))
                .map(file -> Arrays.asList(file.kind().name(), file.name(), file.title(), file.sha256()))
                .forEach(values::add);
        return Sha256.of(json(values))
                .substring(0, DIGITS)
                .toUpperCase(Locale.ROOT)
                .replaceAll(IN_FOURS, "$1 ");
    }

    private static List<Object> applicant(Applicant of) {
        return Arrays.asList(
                of.creditCode(),
                of.name(),
                of.applicantType(),
                of.city(),
                of.contact().name(),
                of.contact().phone(),
                of.contact().email());
    }

    private static List<Object> application(Application of) {
        DeclaredFacts facts = of.facts();
        return Arrays.asList(
                of.id(),
                of.roundId(),
                of.unitId(),
                of.channel().name(),
                of.projectName(),
                of.direction(),
                of.category(),
                of.summary(),
                facts.registeredIn(),
                facts.legalPerson(),
                facts.majorAccident(),
                facts.commitmentLetter(),
                facts.built(),
                facts.innovationProject(),
                facts.demonstrationBase(),
                facts.innovationAccepted(),
                facts.revolutionaryArea(),
                facts.markedEffect(),
                of.contact().name(),
                of.contact().phone(),
                of.contact().email());
    }

    private static String json(List<Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
