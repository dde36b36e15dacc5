package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Text that every database can keep: without the NUL character and without half a character. Asked at each border. */
public final class WritableText {

    /** Characters that come with what is copied from elsewhere, and that no XML can carry: papers are made of it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private WritableText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The text with a blank for each character that can not be printed. */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    /** Fields of pages' forms and parameters of addresses. */
    @ControllerAdvice
    static class OfForms {

        @InitBinder
        void check(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    if (!is(text)) {
                        throw Refusal.invalid("text.unwritable");
                    }
                    setValue(printable(text));
                }
            });
        }
    }

    /** Fields of JSON bodies. */
    @JsonComponent
    static class OfJson extends StdScalarDeserializer<String> {

        OfJson() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !is(text)) {
                throw Refusal.invalid("text.unwritable");
            }
            return text == null ? null : printable(text);
        }
    }
}
