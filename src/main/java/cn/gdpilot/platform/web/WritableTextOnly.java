package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.WritableText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Refuses text that no database keeps, in forms and in JSON bodies, before a handler sees it. */
final class WritableTextOnly {

    private WritableTextOnly() {}

    private static String checked(String text) {
        if (text != null && !WritableText.is(text)) {
            throw Refusal.invalid("text.unwritable");
        }
        return text == null ? null : WritableText.printable(text);
    }

    /** Fields of pages' forms and parameters of addresses. */
    @ControllerAdvice
    static class OfForms {

        @InitBinder
        void check(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(checked(text));
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
            return checked(StringDeserializer.instance.deserialize(parser, context));
        }
    }
}
