package cn.gdpilot.platform.engine.deployment;

import java.util.List;

/** The application cannot start: files of {@code processes/} or {@code forms/} are refused and nothing runs of them yet. */
class BrokenModels extends RuntimeException {

    private final transient List<String> problems;

    BrokenModels(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: the file and why it is refused. */
    List<String> problems() {
        return problems;
    }
}
