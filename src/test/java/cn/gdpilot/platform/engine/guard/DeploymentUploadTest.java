package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.web.RefusalRecord;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a designer reads where a deployment's files do not arrive. */
class DeploymentUploadTest {

    private static final String ADDRESS = "/engine-rest/deployment/create";
    private static final int MEGABYTE = 1024 * 1024;

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private byte[] passed;

    @Test
    @DisplayName("a file of 20 MB → 413 with rule, file and limit")
    void large() throws Exception {
        fence(part("x", "录入.bpmn", "a".repeat(20 * MEGABYTE)));

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(said()).contains("[A-01] 文件“录入.bpmn”：超过 2 MB");
    }

    @Test
    @DisplayName("many files of more than 16 MB together → 413 with the limit of the whole")
    void many() throws Exception {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            parts.append(part("f" + i, i + ".bpmn", "a".repeat(MEGABYTE)));
        }
        fence(parts.toString());

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(said()).contains("[A-01]", "16 MB");
    }

    @Test
    @DisplayName("a name that would break the answer → told in one text")
    void name() throws Exception {
        fence(part("x", "a\\.bpmn", "a".repeat(20 * MEGABYTE)));

        assertThat(said()).contains("a\\\\.bpmn");
    }

    @Test
    @DisplayName("no file, or no form data at all → told that a file is missing")
    void none() throws Exception {
        filter(
                "--e\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n",
                "multipart/form-data; boundary=e");
        assertThat(said()).contains("[A-01] 部署中没有文件");
        assertThat(new DeploymentUpload("application/json", "{}".getBytes(StandardCharsets.UTF_8)).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("没有文件"));
        assertThat(new DeploymentUpload(null, new byte[0]).fault()).isPresent();
    }

    @Test
    @DisplayName("two files of one name and different content → refused with the name")
    void sameName() throws Exception {
        filter(part("a", "x.bpmn", "1") + part("b", "x.bpmn", "2"), "multipart/form-data; boundary=e");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(said()).contains("[A-02] 文件“x.bpmn”");
        assertThat(passed).isNull();
    }

    @Test
    @DisplayName("two files in one field, of which the API would keep the last → refused with both")
    void sameField() throws Exception {
        filter(part("data", "x.bpmn", "1") + part("data", "y.bpmn", "2"), "multipart/form-data; boundary=e");

        assertThat(said()).contains("[A-02] 文件“y.bpmn”", "x.bpmn", "data");
    }

    @Test
    @DisplayName("files of their own names, one sent twice alike → passed on as they are")
    void good() throws Exception {
        String body = part("x.bpmn", "x.bpmn", "1") + part("y.form", "y.form", "1") + part("x.bpmn", "x.bpmn", "1");

        filter(body, "multipart/form-data; boundary=\"e\"");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(new String(passed, StandardCharsets.UTF_8)).isEqualTo(body + "--e--\r\n");
    }

    private static String part(String field, String file, String content) {
        return "--e\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(field, file, content);
    }

    private void fence(String parts) throws Exception {
        new HttpFence(Mockito.mock(RefusalRecord.class), true)
                .doFilter(request(parts, "multipart/form-data; boundary=e"), response, chain());
    }

    private void filter(String parts, String type) throws Exception {
        new DeploymentUploadFilter().doFilter(request(parts, type), response, chain());
    }

    private FilterChain chain() {
        return (request, answer) -> passed = request.getInputStream().readAllBytes();
    }

    private static MockHttpServletRequest request(String parts, String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", ADDRESS);
        request.setServletPath(ADDRESS);
        request.setRemoteUser("designer");
        request.setContentType(type);
        request.setContent((parts + "--e--\r\n").getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private String said() {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
