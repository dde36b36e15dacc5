package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a program is told that asked a page or the engine's addresses and got neither: in Chinese, without a cause. */
@Component
class PlainErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> error = super.getErrorAttributes(request, options);
        String words = Texts.label("error", error.get("status"));
        error.put("error", words.startsWith("error.") || words.matches("\\d+") ? Texts.of("error.other") : words);
        return error;
    }
}
