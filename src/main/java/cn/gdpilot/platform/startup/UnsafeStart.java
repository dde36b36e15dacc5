package cn.gdpilot.platform.startup;

import java.util.List;

/** The application does not go on: what must not stand in production stands there. */
public class UnsafeStart extends RuntimeException {

    private final transient List<String> problems;

    UnsafeStart(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each. */
    public List<String> problems() {
        return problems;
    }
}
