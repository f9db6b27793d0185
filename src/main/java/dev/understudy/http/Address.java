package dev.understudy.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The address that a server listens on.
 *
 * @param host a name or an address of this machine; {@code localhost} means both loopback addresses
 * @param port 0 for any free port
 */
public record Address(String host, int port) {
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");

    /** The addresses for the host that this machine has; all addresses for the host if it has none of them. */
    List<String> hosts() throws UnknownHostException {
        if (host.isBlank()) {
            throw new UnknownHostException(host);
        }
        List<String> all = isLocalhost()
                ? LOOPBACKS
                : Stream.of(InetAddress.getAllByName(host))
                        .map(InetAddress::getHostAddress)
                        .distinct()
                        .toList();
        if (all.size() == 1) {
            return List.of(host);
        }
        List<String> here = all.stream().filter(Address::isHere).toList();
        return here.isEmpty() ? all : here;
    }

    /** Whether only this machine can reach the address. */
    boolean onlyThisMachine() {
        try {
            return isLocalhost() || Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            // Listening will fail, and the code that starts the server reports that.
            return true;
        }
    }

    /** Whether it means all addresses of this machine, and so cannot be connected to. */
    boolean isWildcard() {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        return bytes != null && IntStream.range(0, bytes.length).allMatch(i -> bytes[i] == 0);
    }

    /** Resolvers may return one of its addresses, both, or none (RFC 6761 section 6.3). */
    private boolean isLocalhost() {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("localhost.");
    }

    private static boolean isHere(String address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (SocketException | UnknownHostException e) {
            return false;
        }
    }
}
