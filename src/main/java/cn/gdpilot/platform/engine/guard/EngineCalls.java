package cn.gdpilot.platform.engine.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The calls that the Tasklist, Cockpit, Admin and the Modeler really make, read from {@code engine/calls.txt}. */
final class EngineCalls {

    private record Call(Set<String> methods, PathPattern path) {}

    private final List<Call> calls;

    private EngineCalls(List<Call> calls) {
        this.calls = calls;
    }

    /** Reads the list: a line each, methods joined by commas, then the address's pattern; lines with # are remarks. */
    static EngineCalls load() {
        try (var file = new ClassPathResource("engine/calls.txt").getInputStream()) {
            List<Call> calls = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    calls.add(parse(line.strip().split("\\s+")));
                }
            }
            return new EngineCalls(calls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean allows(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return calls.stream()
                .anyMatch(call -> call.methods().contains(method) && call.path().matches(parsed));
    }

    private static Call parse(String[] words) {
        return new Call(
                Set.copyOf(Arrays.asList(words[0].split(","))), PathPatternParser.defaultInstance.parse(words[1]));
    }
}
