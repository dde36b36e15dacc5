package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Texts;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.impl.juel.TypeConverterImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Texts that expressions make out of variables, within limits. A text that repeats a variable some hundred times, in four
 * steps within one another, would fill the heap for everybody.
 */
class BoundedTexts extends TypeConverterImpl {

    private static final long serialVersionUID = 1L;

    /** Longest variable, or list, that becomes a part of a text, in characters. */
    private static final int LONGEST_PART = 10_000;
    /** Longest text that an expression gives; sheets that readers write are among them. */
    private static final int LONGEST = 200_000;

    @Override
    public <T> T convert(Object value, Class<T> type) {
        int longest = type == String.class ? LONGEST_PART : LONGEST;
        boolean isText = type == String.class || value instanceof CharSequence;
        if (isText && length(value, 0, longest) > longest) {
            throw new ELException(Texts.of("guard.expression-large", longest));
        }
        return super.convert(value, type);
    }

    /** Characters added to what was counted before; ends early above the limit. */
    private static int length(Object value, int before, int longest) {
        if (value instanceof CharSequence text) {
            return before + text.length();
        }
        Iterable<?> inner = value instanceof Collection<?> several
                ? several
                : value instanceof Map<?, ?> entries ? entries.entrySet() : null;
        int length = before + 1;
        if (value instanceof Map.Entry<?, ?> entry) {
            return length(entry.getValue(), length(entry.getKey(), length, longest), longest);
        }
        if (inner != null) {
            for (Object one : inner) {
                if (length > longest) {
                    return length;
                }
                length = length(one, length, longest);
            }
        }
        return length;
    }
}
