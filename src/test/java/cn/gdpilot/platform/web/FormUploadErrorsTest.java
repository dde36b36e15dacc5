package cn.gdpilot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** A form's file that the server could not take in: the person reads which of the three reasons it was. */
class FormUploadErrorsTest {

    @TempDir
    Path folder;

    private FormUploadErrors errors;

    @BeforeEach
    void store() {
        errors = new FormUploadErrors(FileStore.in(folder), new PageErrors());
    }

    @Test
    @DisplayName("more than the disk has room for: to be tried again later, and not the person's fault")
    void noRoom() {
        assertThat(refusal(new MultipartException("No space left on device"), Long.MAX_VALUE, 503))
                .contains("存储空间不足");
    }

    @Test
    @DisplayName("broken off on the way: to be chosen again")
    void brokenOff() {
        assertThat(refusal(new MultipartException("Stream ended unexpectedly"), 1000, 400))
                .contains("上传中断");
    }

    @Test
    @DisplayName("larger than the server takes: to be made smaller")
    void tooLarge() {
        assertThat(refusal(new MaxUploadSizeExceededException(1), Long.MAX_VALUE, 400))
                .contains("文件太大");
    }

    @Test
    @DisplayName("found out before any controller, when the token was looked for among the fields: the same reasons")
    void beforeTheToken() {
        MockHttpServletRequest form = new MockHttpServletRequest();
        form.setContentType("multipart/form-data; boundary=x");
        assertThat(errors.resolveErrorView(form, HttpStatus.FORBIDDEN, Map.of()))
                .as("read, and refused for another reason")
                .isNull();

        form.setAttribute("org.apache.catalina.parameter_parse_failed", true);
        form.setAttribute("org.apache.catalina.parameter_parse_failed_reason", "POST_TOO_LARGE");
        ModelAndView told = errors.resolveErrorView(form, HttpStatus.FORBIDDEN, Map.of());

        assertThat(told.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(((Refusal) told.getModel().get("refusal")).getMessage()).contains("文件太大");
        form.setContentType("application/x-www-form-urlencoded");
        assertThat(errors.resolveErrorView(form, HttpStatus.FORBIDDEN, Map.of()))
                .isNull();
    }

    private String refusal(MultipartException failure, long bytes, int status) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        ExtendedModelMap model = new ExtendedModelMap();

        assertThat(errors.upload(failure, request, model, response)).isEqualTo("refusal");

        assertThat(response.getStatus()).isEqualTo(status);
        return ((Refusal) model.get("refusal")).getMessage();
    }
}
