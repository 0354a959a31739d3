#include "render/cli/stop_signals.h"

#include <utility>

namespace cairn::cli {

namespace {

/// Wakes the thread, too.
constexpr int own_signal = SIGUSR1;

} // namespace

StopSignals::StopSignals(std::function<void()> clean_up) {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, own_signal);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != SIG_IGN) {
            sigaddset(&m_signals, signal);
        }
    }
    // Before the thread starts, so that no other thread is ever asked.
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
    m_thread = std::thread([this, clean_up = std::move(clean_up)] { wait(clean_up); });
}

StopSignals::~StopSignals() {
    m_over = true;
    pthread_kill(m_thread.native_handle(), own_signal);
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void StopSignals::wait(const std::function<void()>& clean_up) const {
    int signal = 0;
    sigwait(&m_signals, &signal);
    if (m_over) {
        return;
    }
    clean_up();
    std::signal(signal, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
    std::raise(signal);
}

} // namespace cairn::cli
