import { Component, type ReactNode } from 'react';
import { Problem } from './Problem.tsx';

/** Keeps a view that breaks from taking the navigation with it. A new `place` gives the next view a fresh start. */
export class ErrorBoundary extends Component<{ place: string; children: ReactNode }, { broken: unknown; at: string }> {
  override state = { broken: undefined as unknown, at: this.props.place };

  static getDerivedStateFromError(broken: unknown) {
    return { broken };
  }

  static getDerivedStateFromProps(props: { place: string }, state: { broken: unknown; at: string }) {
    return props.place === state.at ? null : { broken: undefined, at: props.place };
  }

  override render() {
    // A view's code that can't be loaded is most often an older page after a new release: a reload mends it.
    return this.state.broken === undefined ? (
      this.props.children
    ) : (
      <Problem problem={this.state.broken} again={() => window.location.reload()} />
    );
  }
}
