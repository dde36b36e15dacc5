package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stretches of a file that somebody asks for (RFC 9110, 14): what is served is the file's, and never more than the file. */
class RangesTest extends Journey {

    private String file;
    private byte[] whole;
    private Applicant applicant;

    @BeforeEach
    void givenFile() throws Exception {
        givenRound();
        applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "断点续传");
        long material = jdbc.sql("select max(id) from material where application_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        file = "/portal/applications/" + id + "/materials/" + material;
        HttpResponse<byte[]> answer = get(applicant, file);
        assertThat(answer.statusCode()).isEqualTo(200);
        whole = answer.body();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 1", "bytes=5-9, 5", "bytes=-7, 7"})
    @DisplayName("one stretch is that stretch")
    void one(String range, int length) throws Exception {
        HttpResponse<byte[]> answer = get(applicant, file, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).hasSize(length);
        assertThat(new String(whole, StandardCharsets.ISO_8859_1))
                .contains(new String(answer.body(), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=999999999-",
        "bytes=9-5",
        "bytes=-",
        "bytes=a-b",
        "bytes=-99999999999999999999",
        "bytes=18446744073709551615-",
        "items=0-5"
    })
    @DisplayName("a stretch that makes no sense is refused or gets the whole, and breaks nothing")
    void nonsense(String range) throws Exception {
        HttpResponse<byte[]> answer = get(applicant, file, "Range", range);

        assertThat(answer.statusCode()).isIn(200, 206, 400, 416);
        assertThat(answer.body().length).isLessThanOrEqualTo(whole.length);
    }

    @Test
    @DisplayName("hundreds of stretches over one another are not a way to have the file sent hundreds of times")
    void many() throws Exception {
        String range = "bytes=" + Collections.nCopies(300, "0-").stream().collect(Collectors.joining(","));

        HttpResponse<byte[]> answer = get(applicant, file, "Range", range);

        assertThat(answer.statusCode()).isIn(200, 400, 416);
        assertThat(answer.body().length).isLessThanOrEqualTo(whole.length);
    }

    @Test
    @DisplayName("a stretch of another's file is not served, nor does the answer tell its length")
    void foreign() throws Exception {
        HttpResponse<byte[]> answer = get(givenApplicant(), file, "Range", "bytes=0-10");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
    }

    private HttpResponse<byte[]> get(Applicant who, String address, String... headers)
            throws IOException, InterruptedException {
        String password = who.client().username() + ":Testing-123";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + address))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
