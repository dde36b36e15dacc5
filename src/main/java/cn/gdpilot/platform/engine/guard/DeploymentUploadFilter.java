package cn.gdpilot.platform.engine.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever deploys which files would not arrive: behind the sign-in, before the API reads the parts. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 3)
class DeploymentUploadFilter extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getRemoteUser() == null
                || !HttpFence.isDeployment(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(HttpFence.LARGEST_DEPLOYMENT);
        Optional<String> fault = new DeploymentUpload(request.getContentType(), body).fault();
        if (fault.isEmpty()) {
            chain.doFilter(new BufferedRequest(request, body), response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", "Refused", "message", fault.get())));
    }
}
