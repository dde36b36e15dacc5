package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.WebUtils;

/**
 * A form of our own pages that came after its session had ended. Nothing of it is done; the page that answers carries what was typed and can
 * send it once more.
 *
 * @param action where it was sent
 * @param open   whether it may be sent without a sign-in
 * @param fields what was typed, in the form's order; neither passwords nor the token
 */
public record LateForm(String action, boolean open, List<Field> fields) {

    private static final int MOST_FIELDS = 300;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Pattern OPEN = Pattern.compile("/register|/join|/publicity/[^/]+/objections");
    private static final Pattern NEVER = Pattern.compile("/login|/logout|/account/.*");

    /** What a browser's page sent to us, if it came from a page of ours and is of a sensible size. Other sites get nothing to show here. */
    public static Optional<LateForm> of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!isForm(request) || !isOurs(request) || NEVER.matcher(path).matches()) {
            return Optional.empty();
        }
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .filter(Field::repeatable)
                .toList();
        int characters = fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        return fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(
                        new LateForm(request.getRequestURI(), OPEN.matcher(path).matches(), fields));
    }

    /** What a person can read of it; the rest only goes with it. */
    public List<Field> readable() {
        return fields.stream().filter(Field::readable).toList();
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        String mode = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Mode"), "navigate");
        return HttpMethod.POST.matches(request.getMethod())
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && mode.equals("navigate")
                && request.getHeader("HX-Request") == null;
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? WebUtils.isSameOrigin(new ServletServerHttpRequest(request))
                : Set.of("same-origin", "none").contains(site);
    }

    /**
     * A field.
     *
     * @param name  of its input
     * @param value as typed
     */
    record Field(String name, String value) {

        private static final Set<String> UNSEEN = Set.of("version", "token", "seen", "incomplete");

        private boolean repeatable() {
            return !name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password");
        }

        private boolean readable() {
            return !UNSEEN.contains(plain()) && !value.isBlank();
        }

        /** What the page calls it; files are told apart by a number behind the name. */
        public String label() {
            return Stream.of("late", "item", "field")
                    .map(family -> Texts.label(family, plain()))
                    .filter(label -> !label.equals(plain()))
                    .findFirst()
                    .orElseGet(() -> Texts.of("late.other"));
        }

        private String plain() {
            return name.split("\\.", 2)[0];
        }

        /** The value in words where it is a choice. */
        public String text() {
            String family = value.matches("true|false") ? "yesno" : name;
            return Texts.label(family.equals("kind") ? "material" : family, value);
        }
    }
}
